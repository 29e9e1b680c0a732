namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>A criterion on an atom of a condition.</summary>
interface IAtomCriterion
{
    /// <summary>What should be reached at an atom; none where it is of another kind.</summary>
    IEnumerable<Aim> Of(Atom atom, Scope scope);
}
