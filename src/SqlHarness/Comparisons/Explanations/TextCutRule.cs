using System.Text;

namespace SqlHarness.Comparisons;

/// <summary>Texts cut to a number of characters, or with a constant before or behind them. Characters are code points, as a column's length counts them.</summary>
sealed class TextCutRule : ColumnRule
{
    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        if (cells.As != ComparedAs.Text)
            yield break;
        var known = cells.Known<string>().ToList();
        foreach (var (side, onRight) in new[] { ("right", true), ("left", false) })
        {
            // The shorter text first.
            var texts = known.Select(p => onRight ? (Short: p.Right, Long: p.Left) : (Short: p.Left, Long: p.Right)).Where(t => t.Short.Length < t.Long.Length).ToList();
            if (Coverage.Majority(texts.Where(t => t.Long.StartsWith(t.Short, StringComparison.Ordinal)).Select(t => Length(t.Short))) is > 0 and { } n)
                yield return Rule(onRight, $"is cut to {Said.Count(n)} characters on the {side}", (cut, whole) => cut.Length < whole.Length && whole.StartsWith(cut, StringComparison.Ordinal) && Length(cut) == n);
            var other = onRight ? "left" : "right";
            if (Affix(texts.Where(t => t.Long.EndsWith(t.Short, StringComparison.Ordinal)).Select(t => t.Long[..^t.Short.Length])) is { } before)
                yield return Rule(onRight, $"begins with {Said.Value(ComparedAs.Text, before)} on the {other} and is the rest on the {side}", (rest, whole) => whole.Length == before.Length + rest.Length && whole == before + rest);
            if (Affix(texts.Where(t => t.Long.StartsWith(t.Short, StringComparison.Ordinal)).Select(t => t.Long[t.Short.Length..])) is { } behind)
                yield return Rule(onRight, $"ends with {Said.Value(ComparedAs.Text, behind)} on the {other} and is the rest on the {side}", (rest, whole) => whole.Length == behind.Length + rest.Length && whole == rest + behind);
        }
    }

    static CellRule Rule(bool onRight, string phrase, Func<string, string, bool> covers) => CellRule.Known<string>(phrase, (left, right) => onRight ? covers(right, left) : covers(left, right));

    static string? Affix(IEnumerable<string> affixes) => Coverage.Majority(affixes.Select(a => new Cell(a)))?.Value as string;

    static int Length(string text) => Ascii.IsValid(text) ? text.Length : text.EnumerateRunes().Count();
}
