using SqlHarness.Testing.Conformance;

namespace SqlHarness.ConformanceTests;

/// <summary>Gaps are strict both ways: what is not listed fails, and so does what is listed and is none, is another, or has another reason.</summary>
public class KnownGapTests
{
    static readonly KnownGap Gap = new("q", "e", GapKind.NotYet, Outcome.Rejected, "no such thing", "a test");

    [Theory]
    [InlineData(Outcome.Same, null, false, null)]
    [InlineData(Outcome.Differs, "rows differ", false, "q on e 1: Differs. rows differ")]
    [InlineData(Outcome.Same, null, true, "q on e 1 is the same as its reference: delete its line in KnownGaps.")]
    [InlineData(Outcome.Rejected, "there is no such thing here", true, null)]
    [InlineData(Outcome.Rejected, "something else", true, "q on e 1 is Rejected for another reason than 'no such thing': something else")]
    [InlineData(Outcome.Differs, "no such thing", true, "q on e 1 should be Rejected, but is Differs. no such thing")]
    public void A_result_is_held_against_its_gap(Outcome outcome, string? reason, bool isListed, string? fault) =>
        KnownGaps.Fault(new() { Query = "q", Engine = "e", Version = "1", Outcome = outcome, Reason = reason }, isListed ? Gap : null).ShouldBe(fault);

    [Fact]
    public void Every_gap_is_of_a_query_and_an_engine_that_there_are() =>
        KnownGaps.All.Where(g => ConformanceCases.All.All(c => c.Name != g.Query) || TestedEngine.All.All(e => e.Name != g.Engine)).ShouldBeEmpty();
}
