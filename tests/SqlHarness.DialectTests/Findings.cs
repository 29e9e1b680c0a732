namespace SqlHarness.DialectTests;

/// <summary>What checkers say against the statements of a dialect, less what is known.</summary>
sealed class Findings(string dialect)
{
    readonly List<string> _unknown = [];
    readonly HashSet<KnownGap> _met = [];
    int _statements, _explained;

    /// <summary>What a checker said of a statement; null for nothing.</summary>
    public void Add(string checker, string name, string sql, string? error)
    {
        _statements++;
        if (error is null)
            return;
        if (KnownGaps.All.FirstOrDefault(g => g.Explains(checker, dialect, sql, error)) is { } gap)
        {
            _met.Add(gap);
            _explained++;
        }
        else
            _unknown.Add($"{checker} on {name}: {error}\n{sql}");
    }

    /// <summary>Fails for what is not known, and for known gaps that no statement meets any more.</summary>
    public void ShouldBeExplained(IEnumerable<string> checkers)
    {
        if (Environment.GetEnvironmentVariable("SQLHARNESS_FINDINGS") is { } folder)
            File.WriteAllLines(Path.Combine(folder, $"{dialect}-{string.Join('-', checkers)}.txt"), _unknown);
        _unknown.ShouldBeEmpty($"{_unknown.Count} of {_statements} in {dialect}\n{string.Join("\n\n", _unknown.Take(3))}");
        _explained.ShouldBeLessThan(_statements / 3, "so many known gaps leave little that is checked");
        // Few queries do not meet every gap.
        if (PrintedQueries.Count >= 500)
            KnownGaps.All.Where(g => checkers.Contains(g.Checker) && g.Dialects.Contains(dialect)).Except(_met).Select(g => $"{g.Checker}: {g.Sql}").ShouldBeEmpty("known gaps that are none any more");
    }
}
