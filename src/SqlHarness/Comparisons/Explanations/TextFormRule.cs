using System.Globalization;
using System.Text.RegularExpressions;

namespace SqlHarness.Comparisons;

/// <summary>Texts that are equal in some form: one side has the form, or both differ in nothing else.</summary>
sealed partial class TextFormRule : ColumnRule
{
    // A form that leaves more of a text stands before one that leaves less.
    static readonly (string? Is, string Only, Func<string, string> Form)[] Forms =
    [
        ("has no trailing spaces", "trailing spaces", text => text.TrimEnd(' ')),
        ("has no leading spaces", "leading spaces", text => text.TrimStart(' ')),
        ("has no leading and trailing spaces", "leading and trailing spaces", text => text.Trim(' ')),
        ("has no white space at its ends", "white space at its ends", text => text.Trim()),
        ("has line feeds alone for line breaks", "line breaks", text => text.ReplaceLineEndings("\n")),
        ("has single spaces for white space", "white space", text => WhiteSpace().Replace(text, " ").Trim()),
        ("has no white space", "white space, whether there is any", text => WhiteSpace().Replace(text, "")),
        ("is composed (Unicode NFC)", "Unicode normalisation", UnicodeForms.Composed),
        ("is decomposed (Unicode NFD)", "Unicode normalisation", UnicodeForms.Decomposed),
        ("is in upper case", "upper and lower case", text => text.ToUpperInvariant()),
        ("is in lower case", "upper and lower case", text => text.ToLowerInvariant()),
        ("has no accents", "accents", UnicodeForms.WithoutMarks),
        (null, "upper and lower case and white space", text => WhiteSpace().Replace(text, " ").Trim().ToUpperInvariant()),
        (null, "accents and upper and lower case", text => UnicodeForms.WithoutMarks(text).ToUpperInvariant()),
        (null, "how its numbers are written", Number),
        (null, "how its times are written", text => WrittenText.Time(text) is DateTime time ? time.ToString("O", CultureInfo.InvariantCulture) : text),
    ];

    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        if (cells.As != ComparedAs.Text)
            yield break;
        // The right side is what is looked at: what can be said of it is not said of the left one.
        foreach (var (has, _, form) in Forms.Where(f => f.Is is not null))
            yield return CellRule.Known<string>($"{has} on the right", (left, right) => form(left) == right);
        foreach (var (has, _, form) in Forms.Where(f => f.Is is not null))
            yield return CellRule.Known<string>($"{has} on the left", (left, right) => left == form(right));
        foreach (var (_, only, form) in Forms)
            yield return CellRule.Known<string>($"differs in {only} only", (left, right) => form(left) == form(right));
    }

    // −0 is 0, 1.0 is 1, 007 is 7; what is no number is itself.
    static string Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number == 0 ? "0" : Said.Number(number) : text;

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
