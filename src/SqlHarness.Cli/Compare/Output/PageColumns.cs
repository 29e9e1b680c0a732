using System.Text;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>The columns of a page: a bar each for what its cells are in the rows of both sides.</summary>
static class PageColumns
{
    const int MostCharacters = 40;

    public static string Of(TableComparison shown, int most)
    {
        // What differs first, by how much; what hides then; in the table's order else.
        var columns = shown.Columns.OrderByDescending(c => c.IsIgnored ? -1 : c.Counts.Unequal).ThenByDescending(c => c.Counts.Hidden).ToList();
        if (columns.All(c => c.Counts.Equal + c.Counts.Unequal == 0))
            return "<h2>Columns</h2>\n<p>No row is on both sides, so no cells were compared.</p>\n";
        return new StringBuilder("<h2>Columns</h2>\n<div class=\"legend\">")
            .Append("<span><i class=\"equal\"></i>equal</span><span><i class=\"hidden\"></i>equal by a rule</span><span><i class=\"differ\"></i>different</span><span><i class=\"left\"></i>NULL on the left only</span><span><i class=\"right\"></i>NULL on the right only</span></div>\n")
            .Append(PageText.Table(["column", "", "differ:", "share:", "for example", ""], columns.Take(most).Select(c => new[]
            {
                PageText.Code(c.Name), Bar(c.Counts), Words.Number(c.Counts.Unequal), PageText.Of(Words.Share(c.Counts.Unequal, c.Counts.Equal + c.Counts.Unequal)), Example(shown, c), PageText.Of(Remark(c)),
            }))).Append(PageText.More(columns.Count - most, "column")).ToString();
    }

    static string Bar(ColumnCounts counts)
    {
        var pairs = counts.Equal + counts.Unequal;
        return $"<div class=\"shares\">{Part("equal", counts.Equal - counts.Hidden)}{Part("hidden", counts.Hidden)}{Part("differ", counts.Different)}{Part("left", counts.LeftNull)}{Part("right", counts.RightNull)}</div>";

        string Part(string kind, long count) => count == 0 ? "" : $"<i class=\"{kind}\" style=\"width:{PageText.Width(count, pairs)}\" title=\"{Words.Number(count)}\"></i>";
    }

    static string Example(TableComparison shown, ColumnComparison column) => ShownRow.ExampleOf(shown, column, MostCharacters) is var (cell, key)
        ? $"<del>{PageText.Code(cell.Left)}</del> → <ins>{PageText.Code(cell.Right)}</ins>{(key.Length == 0 ? "" : $" at {PageText.Of(CellTexts.Cut(key, MostCharacters))}")}" : "";

    static string Remark(ColumnComparison column) => string.Join(", ", new[]
    {
        column.IsKey ? "key" : "", column.IsIgnored ? "ignored" : "", column.Tolerance ?? "", column.Counts.Hidden > 0 && column.Tolerance is not null ? $"which hid {Words.Number(column.Counts.Hidden)}" : "",
    }.Where(r => r.Length > 0));
}
