using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>Shortens two windows that differ elsewhere than in their argument, which may be long.</summary>
static class WindowText
{
    /// <summary>What to show of two elements.</summary>
    public static (IQueryElement One, IQueryElement Other) Of(IQueryElement one, IQueryElement other) =>
        one is SqlExtendedFunction { IsWindowFunction: true, Arguments: [var argument, ..] } && other is SqlExtendedFunction { IsWindowFunction: true, Arguments: [var same, ..] }
            && ReferenceEquals(argument.Expression, same.Expression) && !MutatedLevel.IsColumn(argument.Expression) && argument.Expression is not SqlFragment
            ? (Short(one, argument.Expression), Short(other, argument.Expression)) : (one, other);

    static IQueryElement Short(IQueryElement window, ISqlExpression argument) =>
        Substitution.Of(window, [argument], new SqlExpression(QueryHelper.GetDbDataTypeWithoutSchema(argument), "…"));
}
