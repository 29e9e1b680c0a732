namespace SqlHarness.Comparisons;

/// <summary>Numbers whose sign is flipped.</summary>
sealed class SignRule : ColumnRule
{
    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        if (!cells.AreNumbers)
            yield break;
        yield return new("has the other sign on the right", p => (p.Left, p.Right) switch
        {
            (double left, double right) => left == -right,
            _ => ExactNumber.Of(p.Left) is { } left && ExactNumber.Of(p.Right) is { } right && left == -right,
        });
    }
}
