using System.Globalization;

namespace SqlHarness.Cli.Compare;

/// <summary>Stands for a value that is not shown.</summary>
/// <param name="Number">Which of the masked values, from 1, in the order in which a comparison holds them: the same in every output of it.</param>
sealed record MaskedValue(int Number)
{
    /// <summary>How it is shown: <c>•••1</c>.</summary>
    public override string ToString() => "•••" + Number.ToString(CultureInfo.InvariantCulture);
}
