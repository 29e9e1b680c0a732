using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>Reads aggregate functions, and makes others of them.</summary>
static class Functions
{
    static readonly HashSet<string> Known = new(["SUM", "MIN", "MAX", "AVG", "COUNT"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is one of SUM, MIN, MAX, AVG and COUNT, over groups or over a window.</summary>
    public static bool IsAggregate(SqlExtendedFunction function) => Known.Contains(function.FunctionName) && function.Arguments.Count == 1;

    /// <summary>Its argument; null for <c>COUNT(*)</c>.</summary>
    public static ISqlExpression? Argument(SqlExtendedFunction function) =>
        function.Arguments[0].Expression is SqlFragment or SqlExpression { Expr: "*" } ? null : function.Arguments[0].Expression;

    /// <summary>Whether values of an expression's type are added up.</summary>
    public static bool IsNumber(ISqlExpression expression) => BaseColumns.TypeOf(expression) is { } type
        && (type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(decimal) || type == typeof(double) || type == typeof(float));

    public static bool Is(SqlExtendedFunction function, params IReadOnlyList<string> names) => names.Contains(function.FunctionName, StringComparer.OrdinalIgnoreCase);

    /// <summary>The function with another argument.</summary>
    public static SqlExtendedFunction WithArgument(SqlExtendedFunction function, ISqlExpression argument, Sql.AggregateModifier? modifier = null) =>
        function.WithArguments([new SqlFunctionArgument(argument, modifier ?? function.Arguments[0].Modifier)], [true]);

    /// <summary>An aggregate of groups, of one argument.</summary>
    public static SqlExtendedFunction Aggregate(string name, ISqlExpression argument) =>
        new(QueryHelper.GetDbDataTypeWithoutSchema(argument), name, [new SqlFunctionArgument(argument)], [true], isAggregate: true);
}
