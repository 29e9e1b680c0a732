namespace SqlHarness.Testing.Statements.Mutation.Rows;

/// <summary>DISTINCT is forgotten, or added.</summary>
sealed class Distinctness : MutationOperator
{
    public override string Code => "SEL";

    public override IEnumerable<Change> Of(MutatedLevel level)
    {
        var select = level.Query.Select;
        if (select.Columns.Count == 0 || select.IsDistinctOn || Aggregates.All(level.Query) || level.IsLimited && !select.IsDistinct)
            yield break;
        var columns = level.Statement.Columns(level.Query);
        var (plain, distinct) = ($"SELECT {columns}", $"SELECT DISTINCT {columns}");
        yield return new(select.IsDistinct ? distinct : plain, select.IsDistinct ? plain : distinct, "two equal rows", () => select.IsDistinct = !select.IsDistinct)
        {
            Equivalent = level.Rows.AreUnique(select.Columns.Select(c => c.Expression)) ? "no two of its rows are equal"
                : level.Statement.IsMembership(level.Query) && !level.IsLimited ? "an IN or EXISTS does not count rows"
                : level.Statement.IsPartOfSet(level.Query) ? "the set operator drops equal rows itself" : null,
        };
    }
}
