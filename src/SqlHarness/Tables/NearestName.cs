namespace SqlHarness.Tables;

/// <summary>The name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate with the fewest edits from a name (insertions, deletions, substitutions; case and underscores are nothing), if these are at most a third of it or it holds the name; else null.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var plain = Plain(name);
        return candidates.Select(c => (Name: c, Edits: Plain(c).Contains(plain, StringComparison.Ordinal) && plain.Length > 1 ? 0 : Edits(plain, Plain(c))))
            .Where(c => c.Edits * 3 <= Math.Max(plain.Length, 1)).OrderBy(c => c.Edits).ThenBy(c => c.Name.Length).Select(c => c.Name).FirstOrDefault();
    }

    static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Levenshtein's distance, row by row.
    static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
