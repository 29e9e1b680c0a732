using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>EXISTS becomes NOT EXISTS, or a sub-query forgets the row that it is asked for.</summary>
sealed class Existence : MutationOperator
{
    public override string Code => "EXS";

    public override IEnumerable<Change> Of(MutatedLevel level) =>
    [
        .. level.Sites.Where(s => s.Element is SqlPredicate.Exists).Select(s => level.Replace(s, new(((SqlPredicate.Exists)s.Element).Invert(NullabilityContext.NonQuery), "any row"))),
        .. level.Conjuncts(Clause.Where).Where(c => level.IsInExpression && MutatedLevel.ColumnsIn(c.Predicate) is var columns && columns.Any(level.Owns) && !columns.All(level.Owns))
            .Select(c => level.Replace(level.SiteOf(c.Predicate), new(SqlPredicate.True, $"rows for which {level.Text(c.Predicate)} does not hold"))),
    ];
}
