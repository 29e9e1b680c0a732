using System.Globalization;
using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using SqlHarness.Engines.Dialects.Layout;
using SqlHarness.Engines.Dialects.Printing;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// How a warehouse spells SQL: settings over one base. It prints typed queries as text, with no connection and no driver. A dialect says only what differs from standard SQL; the
/// portable functions carry their own spellings (<see cref="SpelledAttribute"/>).
/// </summary>
public abstract partial class Dialect
{
    /// <summary>The dialect's name as the command and file names spell it: <c>bigquery</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The dialect as prose names it: <c>BigQuery</c>.</summary>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    // Identifiers.

    /// <summary>Quotes an identifier.</summary>
    internal virtual string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Whether an identifier that is no reserved word means itself without quotes.</summary>
    internal virtual bool IsPlain(string name) => PlainNames.IsPlain(name);

    /// <summary>An identifier, quoted only where it must be.</summary>
    internal string Identifier(string name) => IsPlain(name) && !PlainNames.IsReserved(name) ? name : Quoted(name);

    /// <summary>A table's name.</summary>
    internal virtual string Table(params IEnumerable<string?> parts) => string.Join('.', parts.Where(p => !string.IsNullOrEmpty(p)).Select(p => Identifier(p!)));

    // Values.

    /// <summary>A text literal.</summary>
    internal virtual string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>An instant, UTC, of whole microseconds.</summary>
    internal virtual string Time(DateTime value) => $"TIMESTAMP '{TimeText(value)}'";

    /// <summary>A truth value.</summary>
    internal virtual string Truth(bool value) => value ? "TRUE" : "FALSE";

    /// <summary>A decimal number, exact.</summary>
    internal virtual string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A floating-point number.</summary>
    internal virtual string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new DialectException($"{value.ToString(CultureInfo.InvariantCulture)} has no literal in {Title}.");
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? text : text + "E0";
    }

    /// <summary>Microseconds are written only where there are any.</summary>
    internal static string TimeText(DateTime value) =>
        UtcMicros.InQuery(value).ToString(value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    // Types, as CAST names them.

    /// <summary>A 64-bit integer.</summary>
    internal virtual string WholeType => "BIGINT";

    /// <summary>A 32-bit integer.</summary>
    internal virtual string IntegerType => "INTEGER";

    /// <summary>A double-precision number.</summary>
    internal virtual string FloatType => "DOUBLE";

    /// <summary>Text of any length.</summary>
    internal virtual string TextType => "VARCHAR";

    /// <summary>An instant in microseconds.</summary>
    internal virtual string TimeType => "TIMESTAMP";

    /// <summary>A truth value.</summary>
    internal virtual string TruthType => "BOOLEAN";

    /// <summary>An exact number.</summary>
    internal virtual string DecimalType(int precision, int scale) => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({precision}, {scale})");

    /// <summary>A value that stands for NULL of a type.</summary>
    internal virtual string NullOf(string type) => $"CAST(NULL AS {type})";

    /// <exception cref="DialectException">The type has no counterpart.</exception>
    internal string TypeOf(DbDataType type)
    {
        var clr = Nullable.GetUnderlyingType(type.SystemType) ?? type.SystemType;
        if (clr.IsEnum)
            clr = Enum.GetUnderlyingType(clr);
        return Type.GetTypeCode(clr) switch
        {
            TypeCode.Boolean => TruthType,
            TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 => IntegerType,
            TypeCode.UInt32 or TypeCode.Int64 => WholeType,
            TypeCode.Single or TypeCode.Double => FloatType,
            TypeCode.Decimal => DecimalType(type.Precision ?? 38, type.Scale ?? 9),
            TypeCode.DateTime => TimeType,
            TypeCode.String or TypeCode.Char => TextType,
            _ when clr == typeof(Guid) => TextType,
            _ => throw new DialectException($"A value of type {clr.Name} cannot be expressed in {Title}."),
        };
    }

    // Order and text.

    /// <summary>Where NULL is sorted when nothing is said.</summary>
    internal abstract NullOrder Nulls { get; }

    /// <summary>Whether ORDER BY takes <c>NULLS FIRST</c>.</summary>
    internal virtual bool SaysNullOrder => true;

    /// <summary>A text as it must be written where its order counts, with {0} for it: by code point.</summary>
    internal virtual string TextOrder => "{0}";

    /// <summary>A text as it must be written where it is compared for equality, grouped or partitioned.</summary>
    internal virtual string TextEquality => "{0}";

    // Operators and clauses.

    /// <summary>Whole-number division that truncates.</summary>
    internal virtual string WholeDivision => "{0} / {1}";

    /// <summary>The remainder with the dividend's sign.</summary>
    internal virtual string Remainder => "{0} % {1}";

    /// <summary>What joins two texts; null for the function CONCAT.</summary>
    internal virtual string? ConcatOperator => " || ";

    /// <summary>Null-safe equality, and its contrary.</summary>
    internal virtual (string Same, string Different) NullSafe => ("{0} IS NOT DISTINCT FROM {1}", "{0} IS DISTINCT FROM {1}");

    /// <summary>Null-safe equality of two values of one type, so that a join by it is no nested loop.</summary>
    internal virtual string SameInJoin => NullSafe.Same;

    /// <summary>A comparison in the words in which it is fast.</summary>
    /// <param name="comparison">As the query says it.</param>
    /// <param name="value">The value of a parameter, where parameters are written as constants; null where they stay.</param>
    internal virtual SqlPredicate.ExprExpr Compared(SqlPredicate.ExprExpr comparison, Func<SqlParameter, object?>? value) => comparison;

    /// <summary>Whether a truth value may stand in a column.</summary>
    internal virtual bool HasTruthValues => true;

    /// <summary>Rows of two queries, duplicates left out.</summary>
    internal virtual string Union => "UNION";

    /// <summary>Whether it has EXCEPT ALL and INTERSECT ALL.</summary>
    internal virtual bool HasSetOperatorsAll => true;

    /// <summary>EXCEPT and INTERSECT, duplicates left out.</summary>
    internal virtual string DistinctSetOperator(string name) => name;

    /// <summary>Whether it has FULL JOIN.</summary>
    internal virtual bool HasFullJoin => true;

    /// <summary>What a WITH clause of a recursive query begins with.</summary>
    internal virtual string WithRecursive => "WITH RECURSIVE";

    /// <summary>LIMIT and OFFSET.</summary>
    internal virtual Doc Paging(string? take, string? skip, bool ordered) => Doc.Of(
        take is null ? Doc.Empty : Doc.HardLine + $"LIMIT {take}", skip is null ? Doc.Empty : Doc.HardLine + $"OFFSET {skip}");

    /// <summary>A window function's value argument as it must be written so that the function is NULL where there is no row.</summary>
    internal virtual string WindowValue => "{0}";

    /// <summary>A count as it must be written to have a sign; null where it has one.</summary>
    internal virtual string? SignedCount => null;

    /// <summary>What a window counts, as it must be written.</summary>
    internal virtual string WindowCount => "{0}";

    /// <summary>Whether a sub-query in an expression may depend on the row around it.</summary>
    internal virtual bool HasCorrelatedSubQueries => true;

    /// <summary>Whether a column that is qualified, because two sources have one name, keeps its own name in the result.</summary>
    internal virtual bool NamesQualifiedColumns => true;

    /// <summary>Whether a window function passes over NULL unless RESPECT NULLS is said.</summary>
    internal virtual bool PassesOverNulls(string function) => false;

    /// <summary>A condition on the rows that an aggregate takes; null where it must be written as CASE.</summary>
    internal virtual string? AggregateFilter => "FILTER (WHERE {0})";

    /// <summary>Whether a sum of whole numbers is of a wider type, which other functions do not take, or divide otherwise.</summary>
    internal virtual bool WidensSums => false;

    /// <summary>What stands behind a statement; null for nothing.</summary>
    /// <param name="sql">The statement.</param>
    internal virtual string? Settings(string sql) => null;

    /// <summary>Whether a view may say how its rows are ordered.</summary>
    internal virtual bool ViewsHaveOrder => true;

    /// <summary>Whether decimals are scaled integers, which + − and comparison keep, and nothing else.</summary>
    internal virtual bool ScalesDecimals => false;

    /// <summary>A query with what stands behind it.</summary>
    internal Doc Whole(PrintedQuery query) => Settings(DocWriter.Write(query.Whole)) is { } settings ? Doc.Of(query.Whole, Doc.HardLine, settings) : query.Whole;

    /// <summary>A statement that creates a view.</summary>
    internal virtual Doc CreateView(string name, PrintedQuery query) => Doc.Of($"CREATE VIEW {name} AS", Doc.HardLine, Whole(query));

    /// <summary>A statement that creates a table of a query's result.</summary>
    internal virtual Doc CreateTable(string name, PrintedQuery query) => Doc.Of($"CREATE TABLE {name} AS", Doc.HardLine, Whole(query));
}
