using System.Globalization;
using System.Text;

namespace SqlHarness.Testing.Cases.Stored;

/// <summary>
/// A text in single quotes in a cell of a table. What a reader could not see, or not tell from something else, is a number: control characters, spaces
/// other than U+0020, accents that follow their letter, half surrogate pairs. A pipe would end the cell and stands behind a backslash, as in Markdown.
/// </summary>
static class QuotedText
{
    /// <summary>The text in quotes.</summary>
    public static string Of(string text)
    {
        var quoted = new StringBuilder("'");
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text, i))
            {
                quoted.Append(Letter(text[i]));
                continue;
            }

            quoted.Append(IsSeen(CharUnicodeInfo.GetUnicodeCategory(text, i)) ? text.Substring(i, 2) : Number(text[i]) + Number(text[i + 1]));
            i++;
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>The text that stands in quotes.</summary>
    /// <exception cref="FormatException">It has no quotes, or a backslash before something else than ' \ | n t r or u and four hexadecimal digits.</exception>
    public static string Read(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '\'' || quoted[^1] != '\'')
            throw new FormatException();
        var text = new StringBuilder();
        for (var rest = quoted.AsSpan(1, quoted.Length - 2); rest.Length > 0;)
        {
            if (rest[0] == '\'' || rest is ['\\'])
                throw new FormatException();
            var taken = rest[0] != '\\' ? 1 : rest[1] == 'u' ? 6 : 2;
            if (taken > rest.Length)
                throw new FormatException();
            text.Append(taken == 1 ? rest[0] : taken == 2 ? Escaped(rest[1]) : (char)ushort.Parse(rest[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            rest = rest[taken..];
        }

        return text.ToString();
    }

    static string Letter(char letter) => letter switch
    {
        '\'' or '\\' or '|' => "\\" + letter,
        '\n' => "\\n",
        '\t' => "\\t",
        '\r' => "\\r",
        ' ' => " ",
        _ => IsSeen(char.GetUnicodeCategory(letter)) ? letter.ToString() : Number(letter),
    };

    static char Escaped(char letter) =>
        letter switch { '\'' or '\\' or '|' => letter, 'n' => '\n', 't' => '\t', 'r' => '\r', _ => throw new FormatException() };

    static bool IsSeen(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.SpacingCombiningMark);

    static string Number(char letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
}
