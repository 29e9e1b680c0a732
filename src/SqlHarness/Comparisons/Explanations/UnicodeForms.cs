using System.Globalization;
using System.Text;

namespace SqlHarness.Comparisons;

/// <summary>Unicode's forms of a text, as far as <see cref="CanonicalPairs"/> and the syllables of Korean go; several marks at one letter stay in the order in which they stand.</summary>
static class UnicodeForms
{
    // https://www.unicode.org/versions/latest/core-spec/chapter-3/#G24646: a syllable is a leading consonant, a vowel, and a trailing consonant or none.
    const int Syllables = 0xAC00, Leading = 0x1100, Vowel = 0x1161, Trailing = 0x11A7, Vowels = 21, Trailings = 28, Count = 19 * Vowels * Trailings;

    static readonly Dictionary<char, string> Parts = CanonicalPairs.ByMark
        .SelectMany(m => Enumerable.Range(0, m.Value.Length / 2).Select(i => (Letter: m.Value[2 * i + 1], Parts: $"{m.Value[2 * i]}{m.Key}"))).ToDictionary(p => p.Letter, p => p.Parts);

    static readonly Dictionary<(char, char), char> Whole = Parts.ToDictionary(p => (p.Value[0], p.Value[1]), p => p.Key);

    /// <summary>Letters and marks apart: NFD.</summary>
    public static string Decomposed(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var apart = new StringBuilder();
        foreach (var c in text)
            Add(apart, c);
        return apart.ToString();
    }

    /// <summary>Letters and marks as one where Unicode has one: NFC.</summary>
    public static string Composed(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var together = new StringBuilder();
        foreach (var c in Decomposed(text))
        {
            if (together.Length > 0 && Composed(together[^1], c) is { } one)
                together[^1] = one;
            else
                together.Append(c);
        }

        return together.ToString();
    }

    /// <summary>Letters without their marks.</summary>
    public static string WithoutMarks(string text) =>
        Ascii.IsValid(text) ? text : string.Concat(Decomposed(text).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    static void Add(StringBuilder apart, char c)
    {
        if (Parts.TryGetValue(c, out var parts))
        {
            Add(apart, parts[0]);
            apart.Append(parts[1]);
        }
        else if (c - Syllables is >= 0 and < Count and var syllable)
        {
            apart.Append((char)(Leading + syllable / (Vowels * Trailings))).Append((char)(Vowel + syllable / Trailings % Vowels));
            if (syllable % Trailings > 0)
                apart.Append((char)(Trailing + syllable % Trailings));
        }
        else
            apart.Append(c);
    }

    static char? Composed(char first, char second) => Whole.TryGetValue((first, second), out var one) ? one
        : first - Leading is >= 0 and < 19 and var l && second - Vowel is >= 0 and < Vowels and var v ? (char)(Syllables + (l * Vowels + v) * Trailings)
        : first - Syllables is >= 0 and < Count and var s && s % Trailings == 0 && second - Trailing is > 0 and < Trailings and var t ? (char)(first + t)
        : null;
}
