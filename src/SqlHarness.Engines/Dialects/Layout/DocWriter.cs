using System.Text;

namespace SqlHarness.Engines.Dialects.Layout;

/// <summary>Writes a document in lines of a width.</summary>
static class DocWriter
{
    /// <summary>The length that lines keep to where they can be broken.</summary>
    public const int Width = 110;

    const int IndentWidth = 4;

    public static string Write(Doc document)
    {
        var (text, column) = (new StringBuilder(), 0);
        var rest = new Stack<(int Indent, bool Flat, Doc Doc)>();
        rest.Push((0, false, document));
        while (rest.TryPop(out var next))
        {
            switch (next.Doc)
            {
                case Doc.Text part:
                    text.Append(part.Value);
                    column += part.Value.Length;
                    break;
                case Doc.Break { Flat: { } flat } when next.Flat:
                    text.Append(flat);
                    column += flat.Length;
                    break;
                case Doc.Break:
                    // No line ends in a blank.
                    while (text.Length > 0 && text[^1] == ' ')
                        text.Length--;
                    text.Append('\n').Append(' ', next.Indent);
                    column = next.Indent;
                    break;
                case Doc.Sequence sequence:
                    for (var i = sequence.Parts.Count - 1; i >= 0; i--)
                        rest.Push((next.Indent, next.Flat, sequence.Parts[i]));
                    break;
                case Doc.Indent indent:
                    rest.Push((next.Indent + IndentWidth, next.Flat, indent.Content));
                    break;
                case Doc.Unit unit:
                    rest.Push((next.Indent, next.Flat || Fits(unit.Content, Width - column, rest), unit.Content));
                    break;
            }
        }

        return text.ToString();
    }

    // Whether it fits on the line, with what stands behind it up to the next break.
    static bool Fits(Doc content, int room, Stack<(int Indent, bool Flat, Doc Doc)> behind)
    {
        var (rest, following) = (new Stack<(bool Flat, Doc Doc)>(), behind.GetEnumerator());
        rest.Push((true, content));
        while (room >= 0)
        {
            if (!rest.TryPop(out var next))
            {
                if (!following.MoveNext())
                    return true;
                next = (following.Current.Flat, following.Current.Doc);
            }

            switch (next.Doc)
            {
                case Doc.Text part:
                    room -= part.Value.Length;
                    break;
                case Doc.Break { Flat: { } flat } when next.Flat:
                    room -= flat.Length;
                    break;
                case Doc.Break:
                    return !next.Flat;
                case Doc.Sequence sequence:
                    for (var i = sequence.Parts.Count - 1; i >= 0; i--)
                        rest.Push((next.Flat, sequence.Parts[i]));
                    break;
                case Doc.Indent indent:
                    rest.Push((next.Flat, indent.Content));
                    break;
                case Doc.Unit unit:
                    rest.Push((next.Flat, unit.Content));
                    break;
            }
        }

        return false;
    }
}
