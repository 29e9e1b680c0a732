namespace SqlHarness.Tables;

/// <summary>Text by code point, as engines compare UTF-8. <see cref="string.CompareOrdinal(string, string)"/> compares UTF-16 and puts U+FF5E behind an emoji.</summary>
public sealed class CodePointOrder : IComparer<string>
{
    /// <summary>The only instance.</summary>
    public static readonly CodePointOrder Instance = new();

    CodePointOrder() { }

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (x[i] == y[i])
                continue;
            // A surrogate stands for a code point above all others of UTF-16.
            var (a, b) = (char.IsSurrogate(x[i]), char.IsSurrogate(y[i]));
            return a == b ? x[i].CompareTo(y[i]) : a ? 1 : -1;
        }

        return x.Length.CompareTo(y.Length);
    }
}
