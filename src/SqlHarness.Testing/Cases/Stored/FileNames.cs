using System.Security.Cryptography;
using System.Text;

namespace SqlHarness.Testing.Cases.Stored;

/// <summary>Names of files and folders that every system takes and people read.</summary>
static class FileNames
{
    const int Longest = 60;

    // What Windows keeps for devices.
    static readonly string[] Reserved = ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })];

    /// <summary>
    /// A name in lower case with hyphens: <c>ShopQueries.DailyRevenues</c> as <c>shop-queries-daily-revenues</c>. Names that differ in more than case, spaces, dots, hyphens and
    /// underscores stay different: where other characters are left out, or the name is cut or reserved, a hash follows.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    public static string Of(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            // SQLFile is sql-file, File2 file2.
            var isStart = char.IsAsciiLetterUpper(name[i]) && i > 0
                && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if ((isStart || !char.IsAsciiLetterOrDigit(name[i])) && words.Length > 0 && words[^1] != '-')
                words.Append('-');
            if (char.IsAsciiLetterOrDigit(name[i]))
                words.Append(char.ToLowerInvariant(name[i]));
        }

        var plain = words.ToString().Trim('-');
        if (plain.Length is > 0 and <= Longest && !Reserved.Contains(plain) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '.'))
            return plain;
        return $"{(plain.Length > Longest ? plain[..Longest].TrimEnd('-') : plain)}-{Hash(name)}".TrimStart('-');
    }

    /// <summary>Eight hexadecimal digits of a text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
