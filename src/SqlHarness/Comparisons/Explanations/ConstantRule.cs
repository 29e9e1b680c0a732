using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>One value where there is another, or one value whatever there is on the other side.</summary>
sealed class ConstantRule(bool isPair) : ColumnRule
{
    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        var known = cells.Pairs.Where(p => p is { Left: not null, Right: not null }).ToList();
        var (left, right) = (Coverage.Majority(known.Select(p => new Cell(p.Left))), Coverage.Majority(known.Select(p => new Cell(p.Right))));
        if (left is not { Value: { } was } || right is not { Value: { } became })
            yield break;
        if (isPair)
            yield return new($"is {Said.Value(cells.As, became)} on the right where it is {Said.Value(cells.As, was)} on the left", p => RowEquality.CellsEqual(p.Left, was) && RowEquality.CellsEqual(p.Right, became));
        // A truth value has no other that it could be.
        else if (cells.As != ComparedAs.Truth)
        {
            yield return new($"is {Said.Value(cells.As, became)} on the right, whatever it is on the left", p => RowEquality.CellsEqual(p.Right, became));
            yield return new($"is {Said.Value(cells.As, was)} on the left, whatever it is on the right", p => RowEquality.CellsEqual(p.Left, was));
        }
    }
}
