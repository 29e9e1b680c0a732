using SqlHarness.Tables;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing;

/// <summary>What a named step of a query means.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Row">The type of its rows.</param>
/// <param name="Compare">How the step's rows differ from what they should be.</param>
sealed record StepReference(string Step, Type Row, Func<InputCase, IReadOnlyList<object>, BagDifference> Compare)
{
    public static StepReference Of<TStep>(string step, Func<InputCase, IEnumerable<TStep>> reference) =>
        new(step, typeof(TStep), (input, rows) => Bag.Compare(reference(input), rows.Cast<TStep>()));
}
