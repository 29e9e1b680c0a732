using SqlHarness.Tables;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing.Cases;

/// <summary>A kind of table that cases are made of: how rows carry their case, how they shrink and how they are shown.</summary>
public abstract class CaseKind<TRow> where TRow : class
{
    /// <summary>The row's property that holds its case; it is the same in all rows of a report, which therefore does not show it.</summary>
    public abstract string CaseColumn { get; }

    /// <summary>The row, as one of another case.</summary>
    public abstract TRow WithCase(TRow row, int caseId);

    /// <summary>Makes smaller cases.</summary>
    public abstract IReducer<TRow> Reducer { get; }

    /// <summary>The rows as an aligned table.</summary>
    public virtual string InputText(IReadOnlyList<TRow> rows)
    {
        var columns = RowColumns.Of(typeof(TRow)).Where(c => c.Name != CaseColumn).ToArray();
        var texts = columns.Select(c => CellText.OfColumn([.. rows.Select(c.ValueOf)])).ToArray();
        return TextTable.Of([.. columns.Select(c => c.Name)], [.. rows.Select((_, i) => (IReadOnlyList<string>)[.. texts.Select(t => t[i])])],
            [.. columns.Select(c => DifferenceText.IsNumber(c.Type))]);
    }

    internal Case<TRow> Numbered(IReadOnlyList<TRow> rows, int caseId) => new(caseId, [.. rows.Select(r => WithCase(r, caseId))]);
}
