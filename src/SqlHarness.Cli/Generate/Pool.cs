using SqlHarness.Cli.Files;

namespace SqlHarness.Cli.Generate;

/// <summary>The texts of a column, of which some are drawn more often than others. Rows hold a text's number, from 1; SQL puts the text in its place.</summary>
sealed class Pool
{
    readonly string[] _texts;
    readonly double[] _upTo;

    Pool(IReadOnlyCollection<(string Text, double Weight)> texts)
    {
        _texts = [.. texts.Select(t => t.Text)];
        _upTo = new double[texts.Count];
        var (sum, at) = (0.0, 0);
        foreach (var (_, weight) in texts)
            _upTo[at++] = sum += weight;
    }

    public int Count => _texts.Length;

    /// <summary>Texts with their weights.</summary>
    public static Pool Of(params (string Text, double Weight)[] texts) => new(texts);

    /// <summary>Texts of which the second is drawn half as often as the first, the third a third as often: Zipf's law.</summary>
    public static Pool ByRank(IEnumerable<string> texts) => new([.. texts.Distinct(StringComparer.Ordinal).Select((text, i) => (text, 1.0 / (i + 1)))]);

    /// <summary>The number of a text, from 1.</summary>
    public short Pick(Draw draw)
    {
        var at = Array.BinarySearch(_upTo, draw.Unit() * _upTo[^1]);
        return (short)(1 + (at < 0 ? ~at : at));
    }

    /// <summary>The expression that reads a column's texts; NULL stays NULL.</summary>
    public string Read(string column) => $"([{string.Join(", ", _texts.Select(SqlText.Literal))}])[{column}] AS {column}";
}
