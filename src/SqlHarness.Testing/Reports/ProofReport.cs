namespace SqlHarness.Testing.Reports;

/// <summary>A failed proof for tools; the exception's message tells the same to people.</summary>
public sealed record ProofReport
{
    /// <summary>The query's name.</summary>
    public required string Property { get; init; }

    /// <summary>What it does: <c>differs from its reference</c>.</summary>
    public required string Broken { get; init; }

    /// <summary>The engine's name.</summary>
    public required string Engine { get; init; }

    /// <summary>How many cases were judged.</summary>
    public required int Cases { get; init; }

    /// <summary>How many of them fail.</summary>
    public required int Failing { get; init; }

    /// <summary>The seed that the cases come from; null for cases written by hand.</summary>
    public required ulong? Seed { get; init; }

    /// <summary>The number of the case that was shrunk.</summary>
    public required int Case { get; init; }

    /// <summary>The smallest case: a table an input, in physical order.</summary>
    public required IReadOnlyList<ReportTable> Input { get; init; }

    /// <summary>Expected and actual rows; null where there was no answer.</summary>
    public required ReportTable? Answer { get; init; }

    /// <summary>Why there was no answer; null where there was one.</summary>
    public required string? Error { get; init; }

    /// <summary>What the query's named steps answer.</summary>
    public required IReadOnlyList<ReportTable> Steps { get; init; }

    /// <summary>The statement, with its parameters as literals.</summary>
    public required string Sql { get; init; }

    /// <summary>The case as a complete test.</summary>
    public required string Test { get; init; }

    /// <summary>The file that the case was stored in; null where it was not.</summary>
    public string? StoredAs { get; init; }

    /// <summary>The report as JSON.</summary>
    public string ToJson() => JsonText.Of(this);

    internal static ProofReport Of(Counterexample found) => new()
    {
        Property = found.Property, Broken = found.Broken, Engine = found.Engine, Cases = found.Cases.Cases.Count, Failing = found.Failing, Seed = found.Cases.Seed, Case = found.Original.Id,
        Input = [.. found.Layout.Tables.Zip(found.Shrunk.Smallest.Case.Input.Tables, (type, rows) => ReportTable.Of(type.Name, type, rows))],
        Answer = found.Shrunk.Smallest.Difference is { } difference ? ReportTable.Of(difference) : null,
        Error = found.Shrunk.Smallest.Error is { } error ? $"{error.GetType().Name}: {error.Message}" : null,
        Steps = [.. found.Steps.Where(s => s.Failure is null).Select(s => ReportTable.Of(s.Name, s.Row, s.Rows))], Sql = found.Sql, Test = FactText.Of(found), StoredAs = found.StoredAs,
    };
}
