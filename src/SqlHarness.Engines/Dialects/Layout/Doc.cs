namespace SqlHarness.Engines.Dialects.Layout;

/// <summary>
/// Text that may be broken at some places, so that lines stay short: a document of Wadler's pretty printer ("A prettier printer", 1998). A group is written on one line if it fits,
/// and broken at all of its own lines if it does not.
/// </summary>
abstract record Doc
{
    public static readonly Doc Empty = new Text("");

    /// <summary>A blank, or a line break where its group is broken.</summary>
    public static readonly Doc Line = new Break(" ");

    /// <summary>Nothing, or a line break where its group is broken.</summary>
    public static readonly Doc SoftLine = new Break("");

    /// <summary>A line break; all groups around it are broken.</summary>
    public static readonly Doc HardLine = new Break(null);

    public static implicit operator Doc(string text) => new Text(text);

    public static Doc operator +(Doc left, Doc right) => new Sequence([left, right]);

    public static Doc Of(params IReadOnlyList<Doc> parts) => new Sequence(parts);

    public static Doc Group(params IReadOnlyList<Doc> parts) => new Unit(new Sequence(parts));

    public static Doc Nest(params IReadOnlyList<Doc> parts) => new Indent(new Sequence(parts));

    public static Doc Join(Doc separator, IEnumerable<Doc> parts)
    {
        var joined = new List<Doc>();
        foreach (var part in parts)
        {
            if (joined.Count > 0)
                joined.Add(separator);
            joined.Add(part);
        }

        return new Sequence(joined);
    }

    /// <summary><c>(a, b)</c>, broken inside the parentheses where it is too long.</summary>
    public static Doc Parenthesised(params IReadOnlyList<Doc> parts) => Group("(", Nest([SoftLine, .. parts]), SoftLine, ")");

    public sealed record Text(string Value) : Doc;

    /// <param name="Flat">What stands in its place on one line; null if it always breaks.</param>
    public sealed record Break(string? Flat) : Doc;

    public sealed record Sequence(IReadOnlyList<Doc> Parts) : Doc;

    public sealed record Indent(Doc Content) : Doc;

    public sealed record Unit(Doc Content) : Doc;
}
