using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Joins;

/// <summary>A join forgets one of its keys.</summary>
sealed class JoinKeyRemoval : MutationOperator
{
    public override string Code => "JKD";

    public override IEnumerable<Change> Of(MutatedLevel level) => JoinSides.Of(level).SelectMany(join => JoinSides.Parts(join).Where(JoinSides.IsKey).Select(key =>
    {
        var others = JoinSides.Parts(join).Where(p => p != key).Select(level.Text).ToList();
        return level.Replace(level.SiteOf(key), new(SqlPredicate.True, others.Count > 0
            ? $"two rows with {string.Join(" and ", others)} and not {level.Text(key)}" : $"two rows without {level.Text(key)}"));
    }));
}
