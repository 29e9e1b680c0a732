using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.DataProvider;
using LinqToDB.Internal.DataProvider.Translation;
using LinqToDB.Internal.Expressions;
using LinqToDB.Internal.Infrastructure;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Linq.Translation;
using LinqToDB.Mapping;
using LinqToDB.SqlQuery;

namespace SqlHarness.Portability;

/// <summary>
/// Translates windows as the contract says (nullable where SQL is, NULL as the smallest value) and the portable functions in the dialect's spelling.
/// One instance a provider for the whole process: linq2db keys its query cache by the instance.
/// </summary>
sealed class PortableTranslator : IMemberTranslator
{
    static readonly ConcurrentDictionary<IDataProvider, PortableTranslator> Instances = new();

    // Every other window can be NULL whatever its argument is: off the partition, or over an empty frame.
    static readonly HashSet<string> NeverNull = ["RowNumber", "Rank", "DenseRank", "PercentRank", "CumeDist", "NTile", "Count", "LongCount", "RegrCount"];
    static readonly MethodInfo FirstValue = typeof(WindowFunctionBuilder).GetMethods().Single(m => m.Name == nameof(WindowFunctionBuilder.FirstValue));

    readonly IMemberTranslator _provider;

    PortableTranslator(IMemberTranslator provider) => _provider = provider;

    public static PortableTranslator For(IDataProvider provider) => Instances.GetOrAdd(provider, p =>
        new((IMemberTranslator)(((IInfrastructure<IServiceProvider>)p).Instance.GetService(typeof(IMemberTranslator))
            ?? throw new LinqToDBException($"The linq2db provider {p.Name} has no member translator."))));

    public Expression? Translate(ITranslationContext context, Expression member, TranslationFlags flags)
    {
        if (member is not MethodCallExpression call)
            return null;
        if (call.Method.DeclaringType == typeof(WindowFunctionBuilder))
            return Window(context, call, call, flags, null);
        if (call.Method.DeclaringType == typeof(WindowExtensions))
        {
            // Spelt by the provider as a function of the same shape, and renamed.
            var spelled = Expression.Call(FirstValue.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments);
            return Window(context, call, spelled, flags, call.Method.Name == nameof(WindowExtensions.MinValue) ? "MIN" : "MAX");
        }

        if (call.Method.DeclaringType == typeof(NullMarks))
            return Marked(context, call);
        if (call.Method.DeclaringType == typeof(WholeDivision))
            return Quotient(context, call);
        if (call.Method.DeclaringType == typeof(Portable) && call.Method.Name == nameof(Portable.Native))
            return context.Translate(call.Arguments[0]);
        return call.Method.DeclaringType == typeof(SqlEquality) || Spelling.IsSpelled(call.Method) ? Function(context, call) : null;
    }

    Expression? Window(ITranslationContext context, MethodCallExpression call, MethodCallExpression spelled, TranslationFlags flags, string? name)
    {
        var translated = _provider.Translate(context, spelled, flags);
        if (translated is not SqlPlaceholderExpression placeholder)
            return translated;
        var query = placeholder.SelectQuery ?? context.CurrentSelectQuery;
        var isClickHouse = context.MappingSchema.ConfigurationList.Contains(ProviderName.ClickHouse);
        return placeholder.Sql switch
        {
            SqlExtendedFunction window when isClickHouse && NeverNull.Contains(call.Method.Name) && IsWhole(call.Type) =>
                context.CreatePlaceholder(query, new SqlCastExpression(Meant(window), context.ExpressionFactory.GetDbDataType(call.Type), null, isMandatory: true), call),
            SqlExtendedFunction window => context.CreatePlaceholder(query, Meant(window), call),
            // What ClickHouse counts has no sign, and mixes with nothing that has one; linq2db casts row numbers.
            SqlCastExpression { Expression: SqlExtendedFunction window } cast => context.CreatePlaceholder(query, new SqlCastExpression(Meant(window), cast.ToType, cast.FromType, cast.IsMandatory), call),
            _ => translated,
        };

        SqlExtendedFunction Meant(SqlExtendedFunction f)
        {
            var nullable = f.CanBeNull ?? (NeverNull.Contains(call.Method.Name) ? null : true);
            var arguments = isClickHouse && (nullable == true || f.FunctionName == "COUNT") ? f.Arguments.Select((a, i) => i == 0 && a.Expression is not (SqlFragment or SqlExpression { Parameters: [] }) ? MadeNullable(a, context.MappingSchema) : a) : f.Arguments;
            return new(
                f.Type, name ?? f.FunctionName, arguments, f.ArgumentsNullability, nullable, f.CanBeNullInAggregationQuery, f.WithinGroup, f.PartitionBy, f.OrderBy?.Select(item => NullsSmallest(item, query)),
                f.Filter, f.FrameClause, f.IsAggregate, f.CanBeAffectedByOrderBy, f.KeepClause, isClickHouse && nullable == true && f.NullTreatment == Sql.Nulls.None ? Sql.Nulls.Respect : f.NullTreatment,
                f.FromPosition, f.IsWindowFunction, f.ArgumentDomain);
        }
    }

    // Outside the partition ClickHouse gives what its type has for nothing, which is NULL only of a Nullable one (https://github.com/ClickHouse/ClickHouse/issues/26115); and it passes over NULL
    // unless it is told not to. A Nullable column that a window counts it does not find (seen with 26.7).
    static SqlFunctionArgument MadeNullable(SqlFunctionArgument argument, MappingSchema schema) =>
        new(new SqlExpression(QueryHelper.GetDbDataType(argument.Expression, schema), "toNullable({0})", Precedence.Primary, SqlFlags.None, ParametersNullabilityType.Nullable, true, argument.Expression), argument.Modifier);

    static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long);

    // linq2db applies its default position to ORDER BY but not to windows; engines differ (SQLite smallest, DuckDB last). Each item gets its position here, where the joins around
    // it are not all known yet; when the text is written linq2db leaves out what the column, or the engine's own order, makes superfluous.
    static SqlWindowOrderItem NullsSmallest(SqlWindowOrderItem item, SelectQuery query) => new(StepNulls.Shown(item.Expression, query), item.IsDescending,
        item.NullsPosition != Sql.NullsPosition.None ? item.NullsPosition : item.IsDescending ? Sql.NullsPosition.Last : Sql.NullsPosition.First);

    static Expression? Marked(ITranslationContext context, MethodCallExpression call)
    {
        var translated = context.Translate(call.Arguments[0]);
        if (translated is not SqlPlaceholderExpression { Sql: var sql } placeholder)
            return translated;
        var query = placeholder.SelectQuery ?? context.CurrentSelectQuery;
        return context.CreatePlaceholder(query, StepNulls.Shown(sql, query), call);
    }

    static Expression? Quotient(ITranslationContext context, MethodCallExpression call)
    {
        if (!context.TranslateToSqlExpression(call.Arguments[0], out var dividend, out var error) || !context.TranslateToSqlExpression(call.Arguments[1], out var divisor, out error))
            return error;
        var type = context.ExpressionFactory.GetDbDataType(Nullable.GetUnderlyingType(call.Type) ?? call.Type);
        return context.CreatePlaceholder(context.CurrentSelectQuery, new SqlExpression(
            type, WholeDivision.Spelling(context.MappingSchema)!, Precedence.Multiplicative, SqlFlags.None, ParametersNullabilityType.IfAnyParameterNullable, (bool?)null, dividend, divisor), call);
    }

    static Expression? Function(ITranslationContext context, MethodCallExpression call)
    {
        var arguments = new List<ISqlExpression>();
        foreach (var argument in call.Arguments.Where(a => !a.Type.IsEnum))
        {
            if (!context.TranslateToSqlExpression(Bare(argument), out var sql, out var error))
                return error;
            // linq2db 6.5.1 gives an argument the type of the column that the function's value goes into.
            if (sql is SqlParameter parameter && (Nullable.GetUnderlyingType(argument.Type) ?? argument.Type) is var plain && parameter.Type.SystemType != plain)
                parameter.Type = context.ExpressionFactory.GetDbDataType(plain);
            // Engines choose an operator by its operands' types, and a bare NULL has none.
            arguments.Add(sql is SqlValue { Value: null } nothing ? context.ExpressionFactory.Cast(nothing, nothing.ValueType, isMandatory: true) : sql);
        }

        if (call.Method.DeclaringType == typeof(SqlEquality))
        {
            var comparison = call.Method.Name == nameof(SqlEquality.Differs) ? SqlPredicate.Operator.NotEqual : SqlPredicate.Operator.Equal;
            var condition = new SqlSearchCondition(false, null, new SqlPredicate.ExprExpr(arguments[0], comparison, arguments[1], null));
            var isFloating = (Nullable.GetUnderlyingType(call.Arguments[0].Type) ?? call.Arguments[0].Type) is var compared && (compared == typeof(double) || compared == typeof(float));
            if (comparison == SqlPredicate.Operator.NotEqual && isFloating && SqlEquality.AreNotBothNaN(DialectNames.Of(context.MappingSchema)) is { } beside)
                condition.Predicates.Add(new SqlPredicate.Expr(new SqlExpression(context.ExpressionFactory.GetDbDataType(typeof(bool)), beside, Precedence.LogicalNegation, SqlFlags.IsPredicate, ParametersNullabilityType.IfAnyParameterNullable, (bool?)null, [.. arguments])));
            return context.CreatePlaceholder(context.CurrentSelectQuery, condition, call);
        }

        var spelling = Spelling.Of(call.Method, Choice(context, call), DialectNames.Of(context.MappingSchema));
        var factory = context.ExpressionFactory;
        var type = factory.GetDbDataType(Nullable.GetUnderlyingType(call.Type) ?? call.Type);
        // Unless it is told, linq2db takes a function of a value type for NOT NULL, whatever its arguments are.
        var nullability = spelling.Nullable is null ? ParametersNullabilityType.IfAnyParameterNullable : ParametersNullabilityType.Undefined;
        var isCondition = type.SystemType == typeof(bool);
        ISqlExpression function = new SqlExpression(
            type, spelling.Sql, Precedence.Primary, isCondition ? SqlFlags.IsPredicate : SqlFlags.None, nullability, spelling.Nullable, [.. arguments]);
        // Engines without truth values in columns need to know a condition as one.
        if (isCondition)
            function = new SqlSearchCondition(false, null, new SqlPredicate.Expr(function));
        return context.CreatePlaceholder(context.CurrentSelectQuery, function, call);
    }

    // A captured value that is only made nullable would be read as a value of the column that the function is compared with.
    static Expression Bare(Expression argument) =>
        argument is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var value } && Nullable.GetUnderlyingType(argument.Type) == value.Type ? value : argument;

    // The choice is part of the SQL's text: unless linq2db is told, it takes a captured one for a parameter and answers DAY from the cached MONTH.
    static object? Choice(ITranslationContext context, MethodCallExpression call)
    {
        if (call.Arguments.FirstOrDefault(a => a.Type.IsEnum) is not { } argument)
            return null;
        var choice = context.Evaluate(argument)!;
        context.MarkAsNonParameter(argument, choice);
        return choice;
    }
}
