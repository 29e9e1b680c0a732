namespace SqlHarness.Comparisons;

/// <summary>How two sides compare: the answer of <see cref="Comparison"/>.</summary>
public sealed record TableComparison
{
    /// <summary>What the left side is called.</summary>
    public required string Left { get; init; }

    /// <summary>What the right side is called.</summary>
    public required string Right { get; init; }

    /// <summary>The answer in a word.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The columns of both sides.</summary>
    public required SchemaComparison Schema { get; init; }

    /// <summary>The columns that make the key, by their names on the left; none where rows were compared as one bag.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>Whether the key was found, and not stated.</summary>
    public bool IsKeyFound { get; init; }

    /// <summary>The rows, counted.</summary>
    public required RowComparison Rows { get; init; }

    /// <summary>The columns, in the order of the cells of <see cref="Examples"/>.</summary>
    public required IReadOnlyList<ColumnComparison> Columns { get; init; }

    /// <summary>The totals; null if there were none to compare.</summary>
    public TotalsComparison? Totals { get; init; }

    /// <summary>What could hide a difference, with what it hid.</summary>
    public required IReadOnlyList<HiddenDifference> Hidden { get; init; }

    /// <summary>What the differences have in common.</summary>
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    /// <summary>Rows that differ, at most 10,000 of each kind, in the order of the key.</summary>
    public IReadOnlyList<DifferingRow> DifferingRows { get; init; } = [];

    /// <summary>The first of them of each kind, to be shown.</summary>
    public required IReadOnlyList<DifferingRow> Examples { get; init; }

    /// <summary>How it was run.</summary>
    public required ComparisonRun Run { get; init; }
}
