using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>What is known of two sides' rows once both are divided into segments: which segments are equal, and of which rows must be read, all of them or only those of some keys.</summary>
/// <param name="segments">Into how many segments rows are divided.</param>
/// <param name="found">How many of them have rows.</param>
sealed class Division(long segments, long found)
{
    // Where hardly any segment is equal it is not known how many rows differ; there are about four a segment at least, if they are scattered.
    const double MostASegment = 4;

    readonly Dictionary<long, KnownKeys?> _unequal = [];

    /// <summary>Into how many segments rows are divided.</summary>
    public long Segments => segments;

    /// <summary>How many of them have rows.</summary>
    public long Found => found;

    /// <summary>How many are unequal.</summary>
    public int Unequal => _unequal.Count;

    /// <summary>The rows of equal segments.</summary>
    public long EqualRows { get; private set; }

    /// <summary>How many must be read whole.</summary>
    public int Whole { get; private set; }

    /// <summary>Their rows, of the side that has more.</summary>
    public long WholeRows { get; private set; }

    /// <summary>How many keys are known to differ in the others.</summary>
    public int Keys { get; private set; }

    /// <summary>All rows that were divided.</summary>
    public long Rows { get; private set; }

    /// <summary>About how many rows differ: so many, scattered at random, leave this share of the segments equal.</summary>
    public double LikelyDifferences => -Segments * Math.Log(Math.Max(1 - ((double)Unequal / Math.Max(Found, 1)), Math.Exp(-MostASegment)));

    /// <summary>The segments that must be read whole.</summary>
    public List<long> WholeSegments => [.. _unequal.Where(s => s.Value is null).Select(s => s.Key)];

    /// <summary>The unequal segments.</summary>
    public List<long> UnequalSegments => [.. _unequal.Keys];

    /// <summary>The forms of the keys that are known to differ.</summary>
    public List<long> KeyForms => [.. _unequal.Values.SelectMany(k => k?.Forms ?? [])];

    /// <summary>What two sides' fingerprints say.</summary>
    public static Division Of(long segments, List<SegmentPrint> lefts, List<SegmentPrint> rights)
    {
        var pairs = Pairs(lefts, rights, p => p.Segment, s => new(s, 0, 0, 0, 0));
        var division = new Division(segments, pairs.Count);
        foreach (var (left, right) in pairs)
        {
            if (left.Equals(right))
                division.AddEqual(left.Rows);
            else
                division.AddWhole(left.Segment, Math.Max(left.Rows, right.Rows));
        }

        return division;
    }

    /// <summary>What two sides' sketches say.</summary>
    public static Division Of(long segments, List<SegmentSketch> lefts, List<SegmentSketch> rights)
    {
        var pairs = Pairs(lefts, rights, s => s.Segment, s => new(s, 0, 0, default));
        var division = new Division(segments, pairs.Count);
        foreach (var (left, right) in pairs)
        {
            var keys = left.Beyond + right.Beyond > 0 ? null : KeySyndromes.KeysOf(left.Sums - right.Sums);
            if (keys is [] && left.Rows == right.Rows)
                division.AddEqual(left.Rows);
            else if (keys is null or [] || FormsOf(keys, segments, left.Segment) is not { } forms)
                division.AddWhole(left.Segment, Math.Max(left.Rows, right.Rows));
            else
                division.AddKeys(left.Segment, new(left, right, forms), Math.Max(left.Rows, right.Rows));
        }

        return division;
    }

    /// <summary>A segment whose rows must all be read.</summary>
    public void AddWhole(long segment, long rows)
    {
        _unequal.Add(segment, null);
        (Whole, WholeRows, Rows) = (Whole + 1, WholeRows + rows, Rows + rows);
    }

    /// <summary>Whether a segment is unequal, and the keys that are known to differ; null if they are not.</summary>
    public bool IsUnequal(long segment, out KnownKeys? keys) => _unequal.TryGetValue(segment, out keys);

    /// <summary>The unequal segments in parts, of which each names so many segments and keys at most.</summary>
    public IEnumerable<Division> InParts(int most)
    {
        var part = new Division(Segments, Found);
        foreach (var (segment, keys) in _unequal.OrderBy(s => s.Key))
        {
            if (part.Whole + part.Keys + KeySyndromes.MostKeys > most)
            {
                yield return part;
                part = new(Segments, Found);
            }

            if (keys is null)
                part.AddWhole(segment, 0);
            else
                part.AddKeys(segment, keys, 0);
        }

        if (part.Unequal > 0)
            yield return part;
    }

    void AddEqual(long rows) => (EqualRows, Rows) = (EqualRows + rows, Rows + rows);

    void AddKeys(long segment, KnownKeys keys, long rows)
    {
        _unequal.Add(segment, keys);
        (Keys, Rows) = (Keys + keys.Forms.Count, Rows + rows);
    }

    // A form keeps the sign of what it is of.
    static List<long>? FormsOf(IReadOnlyList<long> keys, long segments, long segment)
    {
        List<long> forms = [.. keys.SelectMany(k => new[] { k, k - Modular.Prime }).Where(k => k % segments == segment)];
        return forms.Count == keys.Count ? forms : null;
    }

    static List<(T Left, T Right)> Pairs<T>(List<T> lefts, List<T> rights, Func<T, long> segmentOf, Func<long, T> without)
    {
        var others = lefts.ToDictionary(segmentOf);
        List<(T Left, T Right)> pairs = [.. rights.Select(right => (others.Remove(segmentOf(right), out var left) ? left : without(segmentOf(right)), right))];
        pairs.AddRange(others.Values.Select(left => (left, without(segmentOf(left)))));
        return pairs;
    }
}
