using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>Finds aggregate functions of a query's own level: not those over a window, and not those of its sub-queries.</summary>
static class Aggregates
{
    // What these answer over nothing is NULL in every SQL.
    static readonly HashSet<string> NullOverNothing = new(["SUM", "MIN", "MAX", "AVG"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a query groups all its rows into one: it aggregates without GROUP BY.</summary>
    public static bool All(SelectQuery query) => query.GroupBy.IsEmpty && Of(query).Count > 0;

    /// <summary>The aggregates in a query's columns, HAVING and ORDER BY.</summary>
    public static List<ISqlExpression> Of(SelectQuery query)
    {
        List<ISqlExpression> found = [];
        HashSet<IQueryElement> seen = new(ReferenceEqualityComparer.Instance);
        foreach (var element in Levels.Output(query))
        {
            element.VisitParentFirst(e =>
            {
                if (e is SelectQuery)
                    return false;
                if (!Is(e))
                    return true;
                if (seen.Add(e))
                    found.Add((ISqlExpression)e);
                return false;
            });
        }

        return found;
    }

    /// <summary>Whether an aggregate counts, and so answers 0 over nothing, where others answer NULL.</summary>
    /// <exception cref="CannotLiftException">It is not known what the aggregate answers over nothing.</exception>
    public static bool Counts(ISqlExpression aggregate)
    {
        var name = aggregate switch
        {
            SqlExtendedFunction function => function.FunctionName,
            SqlFunction function => function.Name,
            _ => aggregate.ToString() ?? "",
        };
        return name.Equals("COUNT", StringComparison.OrdinalIgnoreCase) || (NullOverNothing.Contains(name)
            ? false
            : throw new CannotLiftException($"The aggregate {name} over all rows cannot be lifted: its answer over no rows is not known."));
    }

    static bool Is(IQueryElement element) => element switch
    {
        SqlExtendedFunction function => function is { IsAggregate: true, IsWindowFunction: false },
        SqlParameterizedExpressionBase expression => expression is { IsAggregate: true, IsWindowFunction: false },
        _ => false,
    };
}
