using System.Collections;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>The constants of a statement: literals, and parameters with their values.</summary>
static class Literals
{
    /// <summary>What an expression is without what linq2db wraps it in.</summary>
    public static ISqlExpression Bare(ISqlExpression expression) => expression switch
    {
        SqlCastExpression cast => Bare(cast.Expression),
        SqlNullabilityExpression wrapper => Bare(wrapper.SqlExpression),
        SqlParameterCastExpression cast => cast.Parameter,
        SqlIntervalExpression interval => Bare(interval.Value),
        _ => expression,
    };

    /// <summary>
    /// Numbers that stand in the tree and not in SQL: linq2db 6.5.1 gives each COUNT(*) one, counted up over the life of the process, so that no two are equal.
    /// </summary>
    public static IEnumerable<ISqlExpression> Unwritten(IQueryElement element) =>
        element is SqlFragment { Expr: var text, Parameters: var parameters } && !text.Contains('{', StringComparison.Ordinal) ? parameters : [];

    /// <summary>The value of a constant; null where it is NULL, or no constant.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="values">The values of the statement's parameters; without them those that the statement itself holds.</param>
    public static object? ValueOf(ISqlExpression expression, IReadOnlyParameterValues? values) => expression switch
    {
        SqlValue literal => literal.Value,
        SqlParameter parameter => values is not null && values.TryGetValue(parameter, out var given) ? given.ProviderValue : parameter.Value,
        _ => null,
    };

    /// <summary>The same as a list: of one, of as many as a list has, or of none.</summary>
    public static IEnumerable<object> ValuesOf(ISqlExpression expression, IReadOnlyParameterValues? values) => ValueOf(expression, values) switch
    {
        null or byte[] => [],
        string text => [text],
        IEnumerable list => list.Cast<object?>().OfType<object>(),
        var value => [value],
    };
}
