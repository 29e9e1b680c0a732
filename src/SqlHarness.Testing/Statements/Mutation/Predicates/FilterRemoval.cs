using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>A part of a WHERE, HAVING or ON is gone.</summary>
sealed class FilterRemoval : MutationOperator
{
    public override string Code => "FRM";

    public override IEnumerable<Change> Of(MutatedLevel level) => level.Conjuncts(Clause.On, Clause.Where, Clause.Having)
        .Select(c => level.Replace(level.SiteOf(c.Predicate), new(SqlPredicate.True, $"a row for which {level.Text(c.Predicate)} does not hold")));
}
