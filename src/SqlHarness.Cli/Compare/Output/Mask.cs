using SqlHarness.Cli.CommandLine;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Columns whose values no output shows. In their place stand tokens: one for each value, whatever column it is in, so that equal values are seen to be equal. NULL stays NULL.</summary>
/// <param name="columns">Their names on either side, in whatever case.</param>
sealed class Mask(IEnumerable<string> columns)
{
    /// <summary>Nothing is masked.</summary>
    public static Mask None { get; } = new([]);

    /// <summary>The masked columns.</summary>
    public IReadOnlySet<string> Columns { get; } = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a column is masked by its name on either side.</summary>
    public bool Hides(ComparedColumn column) => Columns.Contains(column.Left.Name) || Columns.Contains(column.Right.Name);

    /// <summary>To be asked before anything is compared: a name that is no column's would mask nothing without a word.</summary>
    /// <exception cref="BadInputException">Neither side has a column of a name; the message suggests the nearest.</exception>
    public void Check(ComparedTable left, ComparedTable right)
    {
        var known = left.Columns.Concat(right.Columns).Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (Columns.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new BadInputException($"Neither {left.Said} nor {right.Said} has a column {unknown} to mask{(NearestName.Of(unknown, known) is { } nearest ? $"; did you mean {nearest}?" : ".")}");
    }
}
