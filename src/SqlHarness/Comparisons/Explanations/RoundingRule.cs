using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Numbers rounded or truncated to a number of decimals. Floating-point numbers are what their shortest decimal text says.</summary>
sealed class RoundingRule : ColumnRule
{
    const int MostDecimals = 8;

    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        if (cells.As is not (ComparedAs.DecimalNumber or ComparedAs.FloatingPoint))
            yield break;
        var known = cells.Pairs.Select(p => (Left: Exact(p.Left), Right: Exact(p.Right))).Where(p => p is { Left: not null, Right: not null }).Select(p => (Left: Plain(p.Left!.Value), Right: Plain(p.Right!.Value))).ToList();
        // More decimals lose less. A side has been rounded to them only where it has no more and the other has.
        for (var n = MostDecimals; n >= 0; n--)
        {
            var digits = n;
            var to = digits == 0 ? "whole numbers" : digits == 1 ? "one decimal" : $"{digits} decimals";
            foreach (var (side, onRight) in new[] { ("right", true), ("left", false) })
            {
                if (Coverage.Count(known, p => Cut(p, onRight).Scale <= digits && Whole(p, onRight).Scale > digits, Coverage.Least(cells.Pairs.Count)) < 0)
                    continue;
                var halves = known.Where(p => Whole(p, onRight) is var x && Away(x, digits) != Even(x, digits)).ToList();
                // Without a half both are the same.
                yield return Rule($"is rounded to {to}{(halves.Exists(p => Cut(p, onRight) == Away(Whole(p, onRight), digits)) ? ", halves away from zero," : "")} on the {side}", onRight, (whole, cut) => cut == Away(whole, digits));
                yield return Rule($"is rounded to {to}, halves to even, on the {side}", onRight, (whole, cut) => cut == Even(whole, digits));
                yield return Rule($"is truncated to {to} on the {side}", onRight, (whole, cut) => cut == Math.Round(whole, digits, MidpointRounding.ToZero));
            }
        }
    }

    // Without trailing zeros.
    static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    static decimal Away(decimal number, int digits) => Math.Round(number, digits, MidpointRounding.AwayFromZero);

    static decimal Even(decimal number, int digits) => Math.Round(number, digits, MidpointRounding.ToEven);

    static decimal Whole((decimal Left, decimal Right) pair, bool onRight) => onRight ? pair.Left : pair.Right;

    static decimal Cut((decimal Left, decimal Right) pair, bool onRight) => onRight ? pair.Right : pair.Left;

    static CellRule Rule(string phrase, bool onRight, Func<decimal, decimal, bool> covers) =>
        new(phrase, pair => Exact(pair.Left) is { } left && Exact(pair.Right) is { } right && (onRight ? covers(left, right) : covers(right, left)));

    // To more digits than a decimal has it is rounded to what its text says.
    static decimal? Exact(object? value) => value is double number ? double.IsFinite(number) && Numbers.Rounded(number, 28) is decimal exact ? exact : null : ExactNumber.Of(value);
}
