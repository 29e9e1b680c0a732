namespace SqlHarness.Comparisons;

/// <summary>A rule about the cells of one column, with its constants.</summary>
/// <param name="Phrase">What it says, behind the column's name: <c>is cut to seconds on the right</c>.</param>
/// <param name="Covers">Whether two cells that differ do so by the rule.</param>
sealed record CellRule(string Phrase, Func<CellPair, bool> Covers)
{
    /// <summary>A rule about two values that are not NULL.</summary>
    public static CellRule Known<T>(string phrase, Func<T, T, bool> covers) where T : notnull => new(phrase, pair => pair.Left is T left && pair.Right is T right && covers(left, right));
}
