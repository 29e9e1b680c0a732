using System.Globalization;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>A query composed at random of operators and portable functions, and the loop that means the same.</summary>
/// <param name="Seed">The number that it is made of again.</param>
/// <param name="Description">Its steps.</param>
/// <param name="Query">The query.</param>
/// <param name="Reference">What it means.</param>
public sealed record GeneratedQuery(
    int Seed, string Description, Func<IQueryable<Item>, IQueryable<Span>, IQueryable<Item>> Query, Func<IReadOnlyList<Item>, IReadOnlyList<Span>, IReadOnlyList<Item>> Reference)
{
    /// <summary>How many the tests compose; the environment variable <c>SQLHARNESS_QUERIES</c> asks for more or fewer.</summary>
    public static int CountOr(int usual) => int.Parse(Environment.GetEnvironmentVariable("SQLHARNESS_QUERIES") ?? usual.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Its steps, in their order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The query of a number: two to five steps.</summary>
    public static GeneratedQuery Of(int seed)
    {
        var random = new Random(seed);
        var steps = new List<Step>();
        var idsAreUnique = true;
        for (var count = random.Next(2, 6); steps.Count < count;)
        {
            var step = AllSteps.Any(random, idsAreUnique);
            steps.Add(step);
            idsAreUnique &= step.KeepsIdsUnique;
        }

        return new(seed, string.Join(", ", steps.Select(s => s.Name)),
            (items, spans) => steps.Aggregate(items, (rows, step) => step.Query(rows, spans)),
            (items, spans) => steps.Aggregate(items, (rows, step) => [.. step.Reference(rows, spans)]))
        { Steps = steps };
    }

    /// <summary>The same with the mistake of one step in the query; its reference is still right.</summary>
    /// <param name="index">The step; one with a mistake.</param>
    public GeneratedQuery MistakenIn(int index) => this with
    {
        Description = $"{Description}, mistaken in {Steps[index].Kind}",
        Query = (items, spans) => Steps.Select((s, i) => i == index ? s.Mistaken! : s.Query).Aggregate(items, (rows, query) => query(rows, spans)),
    };

    public override string ToString() => $"{Seed}: {Description}";
}
