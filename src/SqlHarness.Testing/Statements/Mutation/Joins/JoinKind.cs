using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Joins;

/// <summary>INNER, LEFT, RIGHT, FULL and CROSS become each other. A LEFT that becomes RIGHT has its sides swapped.</summary>
sealed class JoinKind : MutationOperator
{
    static readonly JoinType[] Kinds = [JoinType.Inner, JoinType.Left, JoinType.Right, JoinType.Full];

    public override string Code => "JOI";

    public override IEnumerable<Change> Of(MutatedLevel level) => JoinSides.Of(level).Where(j => Kinds.Contains(j.JoinType)).SelectMany(join =>
    {
        var (name, was) = (JoinSides.Name(join.Table.Source), join.JoinType);
        // Without its only key an inner join is a product already.
        var others = was == JoinType.Inner && join.Condition.Predicates.Count > 1 ? [.. Kinds, JoinType.Cross] : Kinds;
        return others.Where(k => k != was).Select(kind => new Change($"{Word(was)} JOIN {name}", $"{Word(kind)} JOIN {name}", Needs(was, kind, name), () =>
        {
            join.JoinType = kind;
            if (kind == JoinType.Cross)
                join.Condition.Predicates.Clear();
        }));
    });

    static string Needs(JoinType was, JoinType kind, string name) => kind == JoinType.Cross ? $"a pair of rows that does not match, one of them from {name}"
        : (KeepsLeft(was) != KeepsLeft(kind), KeepsRight(was) != KeepsRight(kind)) switch
        {
            (true, true) => $"a row without a partner, in {name} or beside it",
            (true, false) => $"a row without a partner in {name}",
            _ => $"a row of {name} without a partner",
        };

    static bool KeepsLeft(JoinType kind) => kind is JoinType.Left or JoinType.Full;

    static bool KeepsRight(JoinType kind) => kind is JoinType.Right or JoinType.Full;

    static string Word(JoinType kind) => kind.ToString().ToUpperInvariant();
}
