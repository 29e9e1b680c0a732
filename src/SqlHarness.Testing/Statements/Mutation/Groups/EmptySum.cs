using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Constants;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>The sum of nothing is 0 in the place of NULL. The way back is a COALESCE that loses its default.</summary>
sealed class EmptySum : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "EMP";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        if (!Functions.IsAggregate(element) || !Functions.Is(element, "SUM") || Zero(element) is not { } zero)
            yield break;
        yield return new(new SqlCoalesceExpression(element, zero),
            $"{(element.IsWindowFunction ? "a frame" : "a group")} in which {site.Level.Text(element.Arguments[0].Expression)} is always NULL, or without rows")
        {
            Equivalent = site.Level.NeverNull(element) ? "it is never NULL" : site.IsRoot && IsDefaulted(site.Level) ? "its reader makes 0 of NULL itself" : null,
        };
    }

    static SqlValue? Zero(SqlExtendedFunction sum) => BaseColumns.TypeOf(sum) switch
    {
        var type when type == typeof(int) => new(sum.Type, 0),
        var type when type == typeof(long) => new(sum.Type, 0L),
        var type when type == typeof(decimal) => new(sum.Type, 0m),
        var type when type == typeof(double) => new(sum.Type, 0d),
        _ => null,
    };

    // The level is a scalar, and all its readers say COALESCE(…, 0).
    static bool IsDefaulted(MutatedLevel level)
    {
        if (!level.IsInExpression || level.Query.Select.Columns.Count != 1)
            return false;
        var readers = level.Statement.Levels.SelectMany(l => l.Sites)
            .Where(s => s.Element is not SelectQuery && Parts(s.Element).Contains(level.Query, ReferenceEqualityComparer.Instance)).ToList();
        return readers.Count > 0 && readers.TrueForAll(s => s.Element is SqlCoalesceExpression { Expressions: [SelectQuery, var other] }
            && level.Statement.Value(other) is { } value && Numbers.Of(value) == 0);
    }

    static List<IQueryElement> Parts(IQueryElement element)
    {
        List<IQueryElement> parts = [];
        element.VisitParentFirst(e =>
        {
            if (!ReferenceEquals(e, element))
                parts.Add(e);
            return ReferenceEquals(e, element);
        });
        return parts;
    }
}
