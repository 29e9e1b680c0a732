using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Testing.Statements;

/// <summary>Partitions every window of a level by the case. Sub-queries within it are levels of their own.</summary>
sealed class Windows(ISqlExpression key) : QueryElementVisitor(VisitMode.Modify)
{
    public static void Partition(SelectQuery query, ISqlExpression key)
    {
        var windows = new Windows(key);
        foreach (var element in Levels.Output(query))
            windows.Visit(element);
    }

    /// <summary>Whether an expression has a window of its own level.</summary>
    public static bool In(IQueryElement expression)
    {
        var found = false;
        expression.VisitParentFirst(e =>
        {
            found |= e is SqlExtendedFunction { IsWindowFunction: true };
            return e is not SelectQuery;
        });
        return found;
    }

    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;

    protected override IQueryElement VisitSqlExtendedFunction(SqlExtendedFunction element)
    {
        base.VisitSqlExtendedFunction(element);
        // One node may stand in several places of the level.
        if (element.IsWindowFunction && element.PartitionBy?.Exists(p => ReferenceEquals(p, key)) != true)
            element.Modify(element.Arguments, element.WithinGroup, [key, .. element.PartitionBy ?? []], element.OrderBy, element.Filter, element.FrameClause, element.KeepClause);
        return element;
    }
}
