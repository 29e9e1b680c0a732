using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Joins;

/// <summary>A condition moves from the ON of an outer join into WHERE, or from WHERE into ON.</summary>
sealed class FilterMove : MutationOperator
{
    public override string Code => "FMV";

    public override IEnumerable<Change> Of(MutatedLevel level) => JoinSides.Of(level).Where(j => j.JoinType is JoinType.Left or JoinType.Right or JoinType.Full).SelectMany(join =>
    {
        var (name, where) = (JoinSides.Name(join.Table.Source), level.Query.Where.SearchCondition);
        HashSet<ISqlTableSource> known = [.. level.Query.From.Tables.Where(t => Slot.Joins(t).Contains(join)).SelectMany(t => Before(t, join)), .. Levels.Sources(join.Table)];
        var joined = Levels.Sources(join.Table).ToHashSet();
        return JoinSides.Parts(join).Where(p => !JoinSides.IsKey(p)).Select(p => Move(join.Condition, where, p, "ON", "WHERE"))
            .Concat(level.Conjuncts(Clause.Where).Select(c => c.Predicate).Where(p => JoinSides.Sources(p) is { Count: > 0 } used && used.Overlaps(joined) && used.IsSubsetOf(known))
                .Select(p => Move(where, join.Condition, p, "WHERE", "ON")));

        Change Move(SqlSearchCondition from, SqlSearchCondition to, ISqlPredicate part, string before, string after) =>
            new($"{before} {level.Text(part)}", $"{after} {level.Text(part)}", $"a row without a partner in {name}", () =>
            {
                var whole = ReferenceEquals(part, from);
                to.Require(whole ? new SqlSearchCondition(from.IsOr, from.CanReturnUnknown, [.. from.Predicates]) : part);
                from.Predicates.RemoveAll(p => whole || ReferenceEquals(p, part));
                // An ON must say something.
                if (from.Predicates.Count == 0)
                    from.Add(SqlPredicate.True);
            });
    });

    static IEnumerable<ISqlTableSource> Before(SqlTableSource source, SqlJoinedTable join) =>
        [source.Source, .. source.Joins.TakeWhile(j => j != join).SelectMany(j => Levels.Sources(j.Table))];
}
