namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>A criterion on an operator within an expression.</summary>
interface IOperatorCriterion
{
    /// <summary>What should be reached at an operator; none where it is of another kind.</summary>
    IEnumerable<Aim> Of(Operator at, Scope scope);
}
