using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The segments whose rows are read: whole, or only the rows of some keys.</summary>
/// <param name="segments">Into how many segments rows are divided.</param>
sealed class SegmentsToRead(long segments)
{
    readonly Dictionary<long, Known?> _these = [];

    /// <summary>What is known of a segment of which two keys at most differ.</summary>
    /// <param name="Left">The left side's sketch.</param>
    /// <param name="Right">The right side's.</param>
    /// <param name="Keys">The forms of the keys.</param>
    public sealed record Known(SegmentSketch Left, SegmentSketch Right, IReadOnlyList<long> Keys);

    /// <summary>Into how many segments rows are divided.</summary>
    public long Segments => segments;

    /// <summary>How many are read.</summary>
    public int Count => _these.Count;

    /// <summary>How many are read whole.</summary>
    public int Whole { get; private set; }

    /// <summary>How many keys' rows are read.</summary>
    public int Keys { get; private set; }

    /// <summary>A segment whose rows are all read.</summary>
    public void AddWhole(long segment)
    {
        _these.Add(segment, null);
        Whole++;
    }

    /// <summary>A segment whose rows are equal but for some keys.</summary>
    public void Add(long segment, Known known)
    {
        _these.Add(segment, known);
        Keys += known.Keys.Count;
    }

    /// <summary>Whether a segment is read, and what is known of it; nothing of one that is read whole.</summary>
    public bool Has(long segment, out Known? known) => _these.TryGetValue(segment, out known);

    /// <summary>In parts, of which each names so many segments and keys at most.</summary>
    public IEnumerable<SegmentsToRead> InParts(int most)
    {
        var part = new SegmentsToRead(segments);
        foreach (var (segment, known) in _these.OrderBy(s => s.Key))
        {
            if (part.Whole + part.Keys + KeySyndromes.MostKeys > most)
            {
                yield return part;
                part = new(segments);
            }

            if (known is null)
                part.AddWhole(segment);
            else
                part.Add(segment, known);
        }

        if (part.Count > 0)
            yield return part;
    }

    /// <summary>Those of which no row was found though some key's should be there.</summary>
    public IEnumerable<long> Unread(IReadOnlySet<long> seen) => _these.Where(s => s.Value is not null && !seen.Contains(s.Key)).Select(s => s.Key);

    /// <summary>The segments that are read whole.</summary>
    public List<long> WholeSegments => [.. _these.Where(s => s.Value is null).Select(s => s.Key)];

    /// <summary>The forms of the keys whose rows are read.</summary>
    public List<long> KeyForms => [.. _these.Values.SelectMany(k => k?.Keys ?? [])];

    /// <summary>What two sides' sketches leave to be read, and how many rows are equal.</summary>
    public static (SegmentsToRead Segments, long Equal) Of(long segments, List<SegmentSketch> lefts, List<SegmentSketch> rights)
    {
        var read = new SegmentsToRead(segments);
        var equal = 0L;
        var others = lefts.ToDictionary(s => s.Segment);
        foreach (var right in rights)
            Add(others.Remove(right.Segment, out var left) ? left : SegmentSketch.Empty(right.Segment), right);
        foreach (var left in others.Values)
            Add(left, SegmentSketch.Empty(left.Segment));
        return (read, equal);

        void Add(SegmentSketch left, SegmentSketch right)
        {
            var keys = left.Beyond + right.Beyond > 0 ? null : KeySyndromes.KeysOf([.. left.Sums.Zip(right.Sums, KeySyndromes.Less)]);
            if (keys is [] && left.Rows == right.Rows)
                equal += left.Rows;
            else if (keys is null or [] || Forms(keys, left.Segment) is not { } forms)
                read.AddWhole(left.Segment);
            else
                read.Add(left.Segment, new(left, right, forms));
        }

        // A form keeps the sign of what it is of.
        IReadOnlyList<long>? Forms(IReadOnlyList<long> keys, long segment)
        {
            List<long> forms = [.. keys.SelectMany(k => new[] { k, k - Modular.Prime }).Where(k => k % segments == segment)];
            return forms.Count == keys.Count ? forms : null;
        }
    }
}
