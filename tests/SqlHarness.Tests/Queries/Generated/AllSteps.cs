namespace SqlHarness.Tests.Queries.Generated;

/// <summary>The steps that queries are composed of.</summary>
static class AllSteps
{
    static readonly Func<Random, Step>[] OfAnyIds =
    [
        RowSteps.Filter, RowSteps.Filter, RowSteps.Filter, RowSteps.Compute, RowSteps.Compute, RowSteps.Compute, RowSteps.Distinct, RowSteps.Named, SetSteps.Twice, SetSteps.WithSpansBelow,
        GroupSteps.ByUser, GroupSteps.ByUnit, GroupSteps.ByTruth,
        JoinSteps.InSpans, JoinSteps.InSpansOrNot, JoinSteps.Joined, JoinSteps.JoinedOrNot, JoinSteps.WithSpan, JoinSteps.WithoutSpan, JoinSteps.CountOfSpans,
    ];

    // Where an id comes twice, which of two rows comes first is left to the engine.
    static readonly Func<Random, Step>[] OfUniqueIds =
    [
        OperatorSteps.Previous, OperatorSteps.Next, OperatorSteps.Filled, OperatorSteps.Latest, OperatorSteps.Sessionized, OperatorSteps.Sessions,
        WindowSteps.First, WindowSteps.Numbered, WindowSteps.RunningCount, WindowSteps.RunningSum, WindowSteps.RunningMax,
    ];

    /// <summary>The kinds of steps.</summary>
    public static IEnumerable<string> Kinds => OfAnyIds.Concat(OfUniqueIds).Select(s => s(new Random(0)).Kind).Distinct();

    public static Step Any(Random random, bool idsAreUnique)
    {
        Func<Random, Step>[] choices = idsAreUnique ? [.. OfAnyIds, .. OfUniqueIds] : OfAnyIds;
        return choices[random.Next(choices.Length)](random);
    }
}
