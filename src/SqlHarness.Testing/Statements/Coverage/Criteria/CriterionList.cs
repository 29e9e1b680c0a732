namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>All criteria on operators within expressions, in the order in which they are reported.</summary>
static class CriterionList
{
    static readonly IReadOnlyList<IOperatorCriterion> Operators =
        [new ConditionCriterion([new TruthCriterion(), new BoundaryCriterion(), new OrderCriterion(), new ListCriterion()]), new ChoiceCriterion(),
            new CoalesceCriterion(),
            new OffsetCriterion(), new PartitionCriterion(), new WindowOrderCriterion(), new FrameCriterion()];

    /// <summary>What should be reached at the operators of some expressions.</summary>
    public static IEnumerable<Aim> Of(IEnumerable<Operator> operators, Scope scope) =>
        operators.SelectMany(o => Operators.SelectMany(c => c.Of(o, scope)));
}
