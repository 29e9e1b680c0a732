using System.Globalization;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Internal.DataProvider.SQLite.Translation;
using LinqToDB.Internal.DataProvider.Translation;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Linq.Translation;

namespace SqlHarness.Engines.Sqlite;

/// <summary>Members of times and guids over <see cref="MicrosSchema"/>.</summary>
sealed class MicrosTranslator : SQLiteMemberTranslator
{
    protected override IMemberTranslator CreateDateMemberTranslator() => new Dates();

    protected override IMemberTranslator CreateGuidMemberTranslator() => new Guids();

    sealed class Guids : GuidMemberTranslator
    {
        // Stored as the text it is asked for.
        protected override ISqlExpression? TranslateGuildToString(
            ITranslationContext translationContext, MethodCallExpression methodCall, ISqlExpression guidExpr, TranslationFlags translationFlags) =>
            translationContext.ExpressionFactory.Cast(guidExpr, translationContext.ExpressionFactory.GetDbDataType(typeof(string)), true);
    }

    sealed class Dates : DateFunctionsTranslator
    {
        // Microseconds from year 1 to 1970: shifted by it no time is negative, and division floors.
        static readonly long YearOne = -UtcMicros.FromTime(DateTime.MinValue);

        static long? Unit(Sql.DateParts part) => part switch
        {
            Sql.DateParts.Millisecond => 1_000,
            Sql.DateParts.Second => 1_000_000,
            Sql.DateParts.Minute => 60_000_000,
            Sql.DateParts.Hour => 3_600_000_000,
            Sql.DateParts.Day => 86_400_000_000,
            Sql.DateParts.Week => 7 * 86_400_000_000,
            _ => null,
        };

        protected override ISqlExpression? TranslateDateTimeDatePart(
            ITranslationContext translationContext, TranslationFlags translationFlag, ISqlExpression dateTimeExpression, Sql.DateParts datepart)
        {
            var factory = translationContext.ExpressionFactory;
            var whole = factory.GetDbDataType(typeof(long));
            var sinceYearOne = factory.Add(whole, factory.Cast(dateTimeExpression, whole), factory.Value(whole, YearOne));
            long? modulo = datepart switch
            {
                Sql.DateParts.Hour => 24,
                Sql.DateParts.Minute or Sql.DateParts.Second => 60,
                Sql.DateParts.Millisecond => 1000,
                _ => null,
            };
            if (modulo is { } range && Unit(datepart) is { } unit)
                return factory.Cast(
                    factory.Mod(whole, factory.Div(whole, sinceYearOne, factory.Value(whole, unit)), factory.Value(whole, range)),
                    factory.GetDbDataType(typeof(int)), true);
            // The calendar is SQLite's own, over seconds since 1970.
            var seconds = factory.Sub(whole, factory.Div(whole, sinceYearOne, factory.Value(whole, 1_000_000L)), factory.Value(whole, YearOne / 1_000_000));
            var text = factory.Function(factory.GetDbDataType(typeof(string)), "datetime", seconds, factory.Value("unixepoch"));
            return base.TranslateDateTimeDatePart(translationContext, translationFlag, text, datepart);
        }

        protected override ISqlExpression? TranslateDateTimeDateAdd(
            ITranslationContext translationContext, TranslationFlags translationFlag, ISqlExpression dateTimeExpression, ISqlExpression increment, Sql.DateParts datepart)
        {
            if (Unit(datepart) is not { } unit)
                throw new EngineException($"Adding a {datepart} to a time is not the same on every engine; add days.");
            var factory = translationContext.ExpressionFactory;
            var whole = factory.GetDbDataType(typeof(long));
            var real = factory.GetDbDataType(typeof(double));
            var type = factory.GetDbDataType(dateTimeExpression);
            if (translationContext.TryEvaluate(increment, out var constant) && constant is not null)
                return factory.Add(type, dateTimeExpression,
                    factory.Value(whole, (long)Math.Round(Convert.ToDecimal(constant, CultureInfo.InvariantCulture) * unit)));
            // C# counts a fraction of the unit; rounding undoes what binary floating point adds to it.
            var micros = factory.Function(real, "round", factory.Multiply(real, increment, factory.Value(whole, unit)));
            return factory.Add(type, dateTimeExpression, factory.Cast(micros, whole, true));
        }

        protected override ISqlExpression? TranslateMakeDateTime(
            ITranslationContext translationContext, DbDataType resulType, ISqlExpression year, ISqlExpression month, ISqlExpression day,
            ISqlExpression? hour, ISqlExpression? minute, ISqlExpression? second, ISqlExpression? millisecond)
        {
            var factory = translationContext.ExpressionFactory;
            var whole = factory.GetDbDataType(typeof(long));
            var text = base.TranslateMakeDateTime(translationContext, resulType, year, month, day, hour, minute, second, null);
            if (text is null)
                return null;
            var micros = factory.Multiply(whole, factory.Function(whole, "unixepoch", text), factory.Value(whole, 1_000_000L));
            if (millisecond is not null)
                micros = factory.Add(whole, micros, factory.Multiply(whole, millisecond, factory.Value(whole, 1_000L)));
            return factory.Cast(micros, resulType, true);
        }

        protected override ISqlExpression? TranslateDateTimeTruncationToDate(
            ITranslationContext translationContext, ISqlExpression dateExpression, TranslationFlags translationFlags)
        {
            var factory = translationContext.ExpressionFactory;
            var whole = factory.GetDbDataType(typeof(long));
            var sinceYearOne = factory.Add(whole, factory.Cast(dateExpression, whole), factory.Value(whole, YearOne));
            return factory.Sub(factory.GetDbDataType(dateExpression), dateExpression, factory.Mod(whole, sinceYearOne, factory.Value(whole, 86_400_000_000L)));
        }

        protected override ISqlExpression? TranslateDateTimeTruncationToTime(
            ITranslationContext translationContext, ISqlExpression dateExpression, TranslationFlags translationFlags) =>
            throw new EngineException("TimeOfDay is not translated on SQLite; subtract the date from the time.");

        protected override ISqlExpression? TranslateNow(ITranslationContext translationContext, TranslationFlags translationFlags) => throw NoClock();

        protected override ISqlExpression? TranslateUtcNow(ITranslationContext translationContext, TranslationFlags translationFlags) => throw NoClock();

        protected override ISqlExpression? TranslateServerNow(ITranslationContext translationContext, TranslationFlags translationFlags) => throw NoClock();

        protected override ISqlExpression? TranslateZonedNow(
            ITranslationContext translationContext, DbDataType dbDataType, TranslationFlags translationFlags) => throw NoClock();

        protected override ISqlExpression? TranslateZonedUtcNow(
            ITranslationContext translationContext, DbDataType dbDataType, TranslationFlags translationFlags) => throw NoClock();

        static EngineException NoClock() => new("A query does not read the clock; pass the time in as a value.");
    }
}
