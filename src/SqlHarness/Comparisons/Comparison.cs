using System.Diagnostics;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Compares two sides: schema, rows and columns, and totals.</summary>
public static class Comparison
{
    // So many of each kind tell what differences have in common.
    const int MostLookedAt = 10_000;

    /// <summary>Compares two sides.</summary>
    /// <param name="left">What should be; the old table.</param>
    /// <param name="right">What is; the new one.</param>
    /// <param name="options">How; by default exactly, by the key that is found.</param>
    /// <param name="progress">Told what is being done, in a few words, when it begins.</param>
    /// <param name="cancellationToken">Stops it; nothing is left behind.</param>
    /// <exception cref="ComparisonException">The sides cannot be compared; the message is one sentence that says why.</exception>
    /// <exception cref="UnknownColumnException">An option names no column; the message suggests the nearest.</exception>
    public static async Task<TableComparison> OfAsync(ComparedSide left, ComparedSide right, ComparisonOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        options ??= new();
        var clock = Stopwatch.StartNew();
        var schema = SchemaComparison.Of(left.Table, right.Table, options.Renames, options.Ignored);
        if (options.Overlap is { } times)
        {
            progress?.Report("Looking for the times of both sides");
            (left, right) = await Overlap.OfAsync(left, right, schema, times, cancellationToken).ConfigureAwait(false);
        }

        var totalsPlan = TotalsPlan.Of(schema, options.Levels, options.Measures);
        if (options.Key is null)
            progress?.Report("Looking for a key");
        var plan = ComparisonPlan.Of(schema, options.Key ?? await KeyFinder.FindAsync(left, right, schema, cancellationToken).ConfigureAwait(false), options.Tolerances).Sampled(options.SamplePerMille);
        TotalsComparison? totals = null;
        if (totalsPlan.Measures.Count > 0)
        {
            progress?.Report("Comparing totals");
            totals = await TotalsOfSides.CompareAsync(left, right, totalsPlan, cancellationToken).ConfigureAwait(false);
        }

        progress?.Report("Comparing rows");
        var most = Math.Max(options.Examples, MostLookedAt);
        var compared = ReferenceEquals(left.Context, right.Context)
            ? await new SameEngineRows(left, right, plan, options.Formulation ?? Formulations.Fastest(left.Context), isUnique: options.Key is null).CompareAsync(most, cancellationToken).ConfigureAwait(false)
            : await new CrossEngineRows(left, right, plan, new FingerprintSeed(options.Seed), progress).CompareAsync(most, cancellationToken).ConfigureAwait(false);
        var counted = compared.Counted;
        progress?.Report("Looking for what the differences have in common");
        var examples = compared.Found.GroupBy(row => row.Change).SelectMany(kind => kind.Take(options.Examples)).ToList();
        List<HiddenDifference> hidden = [.. Ledger.Of(plan, schema, counted), .. await Ledger.OfAsync(left, right, cancellationToken).ConfigureAwait(false)];
        return new()
        {
            Left = left.Table.Said, Right = right.Table.Said, Schema = schema, Rows = counted, DifferingRows = compared.Found, Examples = examples, Hidden = hidden, Explanations = compared.Found.Count == 0 ? [] : Explainer.Of(plan.Columns, plan.Key, counted, compared.Found),
            Key = [.. plan.Key.Select(k => plan.Columns[k].Name)], IsKeyFound = options.Key is null && plan.Key.Count > 0,
            Columns = [.. plan.Columns.Select((c, i) => new ColumnComparison(c.Column, counted.Columns[i], plan.Key.Contains(i), c.IsIgnored, c.Tolerance?.ToString()) { Examples = [.. compared.Found.Where(row => row.Differs[i]).Take(Math.Min(options.Examples, Differences.OfAColumn))] })],
            Totals = totals is null ? null : totals with { HasOffsetting = Offsetting.Is(plan, totalsPlan, totals, examples) },
            Verdict = VerdictOf(plan, schema, counted, totals, hidden),
            Run = new(MethodOf(left, right, compared.Method), counted.Identical + counted.Modified + counted.Removed, counted.Identical + counted.Modified + counted.Added, compared.Read, clock.Elapsed),
        };
    }

    static string MethodOf(ComparedSide left, ComparedSide right, string method) => ReferenceEquals(left.Context, right.Context)
        ? $"{method}, on {DialectNames.Of(left.Context.MappingSchema)}" : $"{method}, on {DialectNames.Of(left.Context.MappingSchema)} and {DialectNames.Of(right.Context.MappingSchema)}";

    static Verdict VerdictOf(ComparisonPlan plan, SchemaComparison schema, RowComparison counted, TotalsComparison? totals, List<HiddenDifference> hidden) =>
        !counted.IsEqual || totals is { All.Differs: true } || schema.Differences.Any(d => d.Change is SchemaChange.Missing or SchemaChange.Added) ? Verdict.Different
        : plan.SampledPerMille < 1000 ? Verdict.SampleEqual : hidden.Exists(h => h.Rows > 0) ? Verdict.EqualWithinRules : Verdict.Identical;
}
