using System.Globalization;
using SqlHarness.Tables;

namespace SqlHarness.Testing.Reports;

/// <summary>Rows in a report for tools.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Columns">Their columns.</param>
/// <param name="Rows">Their cells as text; null for NULL.</param>
public sealed record ReportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    internal static ReportTable Of(string name, Type row, IReadOnlyList<object> rows)
    {
        var columns = RowColumns.Of(row);
        return new(name, [.. columns.Select(c => c.Name)], [.. rows.Select(r => (IReadOnlyList<string?>)[.. columns.Select(c => Cell(c.ValueOf(r)))])]);
    }

    internal static ReportTable Of(BagDifference difference)
    {
        List<IReadOnlyList<string?>> rows = [];
        foreach (var row in difference.Rows)
        {
            if (row.Expected is not null)
                rows.Add([row.Actual is null ? "missing" : "expected", .. row.Expected.Select(Cell)]);
            if (row.Actual is not null)
                rows.Add([row.Expected is null ? "extra" : "actual", .. row.Actual.Select(Cell)]);
        }

        return new("answer", ["side", .. difference.Columns.Select(c => c.Name)], [.. rows, .. difference.EqualRows.Select(r => (IReadOnlyList<string?>)["equal", .. r.Select(Cell)])]);
    }

    // As tools read them: text as it is, times in ISO 8601.
    static string? Cell(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => CellText.Of(value),
    };
}
