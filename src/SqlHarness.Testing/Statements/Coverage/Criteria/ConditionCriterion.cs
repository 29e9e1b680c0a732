using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>Asks the criteria on atoms about each atom of a condition. An atom that stands in it several times is one.</summary>
sealed class ConditionCriterion(IReadOnlyList<IAtomCriterion> criteria) : IOperatorCriterion
{
    public IEnumerable<Aim> Of(Operator at, Scope scope)
    {
        if (at.Element is not ISqlPredicate condition)
            return [];
        var atoms = Atoms.Of(condition).GroupBy(scope.Text, StringComparer.Ordinal).ToList();
        return atoms.SelectMany(same =>
        {
            var atom = new Atom(same.First(), same.Key, at.Guard, atoms.Count == 1 ? null : Decides(condition, [.. same]));
            return criteria.SelectMany(c => c.Of(atom, scope));
        });
    }

    static Flag Decides(ISqlPredicate condition, HashSet<ISqlPredicate> atom) =>
        Flag.Differ(Flag.Of(Atoms.With(condition, atom.Contains, true)), Flag.Of(Atoms.With(condition, atom.Contains, false)));
}
