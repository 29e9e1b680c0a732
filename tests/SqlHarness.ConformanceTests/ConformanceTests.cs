using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Conformance;

namespace SqlHarness.ConformanceTests;

/// <summary>One query, one answer: every case on every engine, lifted, with generated cases and all stored counterexamples, and with a planted mistake that is noticed.</summary>
public abstract class ConformanceTests(string engine, ITestOutputHelper output)
{
    const int Cases = 2000;
    const ulong Seed = 20250101;

    public static TheoryData<string> Queries => [.. ConformanceCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task One_query_has_one_answer(string query)
    {
        var up = await TestedEngine.Of(engine).UpAsync();
        var result = await ConformanceCases.Of(query).RunAsync(up, new() { Budget = CaseBudget.FromEnvironment(Cases, Seed), Counterexamples = Repository.Counterexamples, CheckedAlone = 3 }, TestContext.Current.CancellationToken);
        output.WriteLine($"{result.Outcome}, {result.Cases} cases, {result.Rows} rows, {result.Statements} statements, {result.Milliseconds} ms; noticed: {result.Noticed}; {result.OneByOne}");
        KnownGaps.Fault(result, KnownGaps.Of(query, engine, result.Version)).ShouldBeNull();
        if (result.Outcome == Outcome.Same)
        {
            result.Cases.ShouldBeGreaterThanOrEqualTo(Cases / 10);
            result.Noticed.ShouldNotBeNull();
            result.OneByOne.ShouldBeNull();
        }
    }
}
