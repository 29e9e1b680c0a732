namespace SqlHarness.Tests.Queries.Generated;

/// <summary>What the queries are composed of, counted.</summary>
public class CompositionTests(ITestOutputHelper output)
{
    // Of what 1,000 queries are composed of; it does not follow how many are run.
    static readonly IReadOnlyList<GeneratedQuery> Queries = [.. Enumerable.Range(0, 1000).Select(GeneratedQuery.Of)];

    [Fact]
    public void The_same_seed_composes_the_same_query_and_another_seed_another()
    {
        GeneratedQuery.Of(17).ToString().ShouldBe(GeneratedQuery.Of(17).ToString());
        Queries.Select(q => q.Description).Distinct().Count().ShouldBeGreaterThan(980);
    }

    [Fact]
    public void Every_kind_of_step_is_met_often()
    {
        var met = Queries.SelectMany(q => q.Steps).CountBy(s => s.Kind).ToDictionary();
        foreach (var (kind, count) in met.OrderBy(m => m.Value))
            output.WriteLine($"{count,4} {kind}");
        AllSteps.Kinds.Where(k => met.GetValueOrDefault(k) < 30).ShouldBeEmpty();
    }

    [Fact]
    public void Every_portable_function_is_met_for_each_type_and_choice()
    {
        var met = Queries.SelectMany(q => q.Steps).Where(s => s.Drawn is not null).SelectMany(s => DrawnFunction.In(s.Drawn!)).CountBy(f => f).ToDictionary();
        foreach (var (function, count) in met.OrderBy(m => m.Value))
            output.WriteLine($"{count,4} {function}");
        DrawnFunction.All.Where(f => met.GetValueOrDefault(f) < 3).ShouldBeEmpty();
    }

    [Fact]
    public void No_portable_function_is_left_out_but_the_end_of_time_and_those_of_floating_point_numbers() =>
        DrawnFunction.LeftOut.Order(StringComparer.Ordinal).ShouldBe(["Abs(Double)", "Ceiling(Double)", "Floor(Double)", "OrEndOfTime(DateTime)", "Round(Double)", "SafeDivide(Double, Double)"]);
}
