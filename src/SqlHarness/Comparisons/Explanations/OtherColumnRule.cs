using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A column that holds what another one does.</summary>
sealed class OtherColumnRule : ColumnRule
{
    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        // Two truth values are often equal, and a constant is a simpler rule.
        if (cells.As == ComparedAs.Truth || cells.Pairs.Where(p => p.Right is not null).Select(p => new Cell(p.Right)).Distinct().Take(2).Count() < 2)
            yield break;
        for (var i = 0; i < cells.Columns.Count; i++)
        {
            var other = i;
            if (other == cells.Place || cells.Columns[other].Type != cells.Column.Type)
                continue;
            yield return new($"holds on the right what {cells.Columns[other].Name} holds on the left", p => p.Right is not null && RowEquality.CellsEqual(p.Right, p.Row.Left![other]));
            yield return new($"holds on the right what {cells.Columns[other].Name} holds there", p => p.Right is not null && RowEquality.CellsEqual(p.Right, p.Row.Right![other]));
            yield return new($"holds on the left what {cells.Columns[other].Name} holds on the right", p => p.Left is not null && RowEquality.CellsEqual(p.Left, p.Row.Right![other]));
        }
    }
}
