using System.Globalization;

namespace SqlHarness.Testing.Mutation;

/// <summary>Which small changes of a query its tests notice.</summary>
/// <param name="Query">The query's name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Cases">Over how many cases each mutant ran.</param>
/// <param name="Properties">What was claimed, as it was written.</param>
/// <param name="Mutants">The mutants, in the order of the query's steps.</param>
/// <param name="Sql">The query's own SQL.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record MutationScore(
    string Query, string Engine, int Cases, IReadOnlyList<string> Properties, IReadOnlyList<MutantOutcome> Mutants, string Sql, TimeSpan Elapsed)
{
    /// <summary>How many mutants the tests noticed.</summary>
    public int Killed => Count(MutantStatus.Killed);

    /// <summary>How many they did not notice.</summary>
    public int Survived => Count(MutantStatus.Survived);

    /// <summary>The share of noticed mutants among those that change an answer, from 0 to 1; 1 where there is none.</summary>
    public double Share => Killed + Survived == 0 ? 1 : (double)Killed / (Killed + Survived);

    /// <summary>How many mutants have this status.</summary>
    public int Count(MutantStatus status) => Mutants.Count(m => m.Status == status);

    /// <summary>The mutants that a property notices and no other does.</summary>
    /// <param name="property">Its place in <see cref="Properties"/>.</param>
    public IEnumerable<MutantOutcome> KilledOnlyBy(int property) => Mutants.Where(m => m.KilledBy(property) && !Properties.Where((_, other) => other != property && m.KilledBy(other)).Any());

    /// <summary>The report.</summary>
    public override string ToString() => MutationText.Of(this);

    /// <summary>The report as a page, with the SQL of each mutant.</summary>
    public string ToHtml() => MutationPage.Of(this);

    /// <summary>The report for tools.</summary>
    public string ToJson() => Reports.JsonText.Of(this);

    internal string Headline => string.Create(CultureInfo.InvariantCulture,
        $"{Query}: {Killed} of {Killed + Survived} mutants killed ({100 * Share:0.#} %) on {Engine}, {Cases} {(Cases == 1 ? "case" : "cases")}, {Elapsed.TotalSeconds:0.0} s");
}
