namespace SqlHarness.Comparisons;

/// <summary>Adds up joined rows by their outcomes.</summary>
/// <param name="pair">What outcomes mean.</param>
/// <param name="columns">How many columns there are.</param>
/// <param name="more">Which of what else is counted there is: pairs that are not decided, and for each column cells that differ, left and right ones that are NULL alone, and what is hidden.</param>
sealed class OutcomeCounts(PairExpressions pair, int columns, IReadOnlyList<bool> more)
{
    readonly long[,] _columns = new long[columns, 4];

    long _lefts, _rights, _pairs, _modified, _open;

    /// <summary>What was counted.</summary>
    public PairCounts Counted => new(_lefts, _rights, _pairs, _modified, _open, [.. Enumerable.Range(0, columns).Select(i =>
        new ColumnCounts(_pairs - _open - _columns[i, 0] - _columns[i, 1] - _columns[i, 2], _columns[i, 0], _columns[i, 1], _columns[i, 2], _columns[i, 3]))]);

    /// <summary>The rows of an outcome: its numbers, how many rows there are, and what else was counted of them.</summary>
    public void Add(long[] numbers)
    {
        var outcome = numbers[..pair.OutcomeLength];
        var rows = numbers[pair.OutcomeLength];
        var (hasLeft, hasRight) = (outcome[0] != -2, outcome[0] != -1);
        (_lefts, _rights) = (_lefts + (hasLeft ? rows : 0), _rights + (hasRight ? rows : 0));
        if (!hasLeft || !hasRight)
            return;
        _pairs += rows;
        if (outcome.Any(o => o > 0))
            _modified += rows;
        foreach (var (column, digit) in pair.DigitsOf(outcome).Where(d => d.Digit > 0))
            _columns[column, digit - 1] += rows;
        var next = pair.OutcomeLength + 1;
        for (var i = 0; i < more.Count; i++)
        {
            if (!more[i])
                continue;
            if (i == 0)
                _open += numbers[next++];
            else
                _columns[(i - 1) / 4, (i - 1) % 4] += numbers[next++];
        }
    }
}
