using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>NULL on one side: for the empty text, for zero, for one constant, for any value.</summary>
sealed class NullRule : ColumnRule
{
    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        (object Value, string Name)[] nothing = cells.As == ComparedAs.Text ? [("", "the empty text")] : cells.AreNumbers ? [(0m, "0")] : [];
        foreach (var (value, name) in nothing)
        {
            yield return new($"is {name} on the right where it is NULL on the left", p => p.Left is null && IsNothing(p.Right));
            yield return new($"is NULL on the right where it is {name} on the left", p => p.Right is null && IsNothing(p.Left));
        }

        foreach (var rule in OfConstants(cells, p => p.Left is null, p => p.Right, "on the right where it is NULL on the left"))
            yield return rule;
        foreach (var rule in OfConstants(cells, p => p.Right is null, p => p.Left, "on the left where it is NULL on the right"))
            yield return rule;
        yield return new("has values on the right where it is NULL on the left", p => p.Left is null);
        yield return new("is NULL on the right where it has values on the left: they are lost", p => p.Right is null);
    }

    static IEnumerable<CellRule> OfConstants(DifferingCells cells, Func<CellPair, bool> isNull, Func<CellPair, object?> value, string where)
    {
        if (Coverage.Majority(cells.Pairs.Where(isNull).Select(p => new Cell(value(p)))) is { Value: { } constant })
            yield return new($"is {Said.Value(cells.As, constant)} {where}", p => isNull(p) && RowEquality.CellsEqual(value(p), constant));
    }

    static bool IsNothing(object? value) => value is string { Length: 0 } || ExactNumber.Of(value) == 0 || value is 0d;
}
