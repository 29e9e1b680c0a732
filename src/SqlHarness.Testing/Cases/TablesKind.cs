using SqlHarness.Tables;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing.Cases;

/// <summary>Cases of any tables; the case is no column of theirs.</summary>
/// <param name="tables">The tables' entity types and names.</param>
/// <param name="reducer">Makes smaller cases.</param>
sealed class TablesKind(IReadOnlyList<(Type Type, string Name)> tables, IReducer<InputRow> reducer) : CaseKind<InputRow>
{
    public override string CaseColumn => "";

    public override IReducer<InputRow> Reducer => reducer;

    public override InputRow WithCase(InputRow row, int caseId) => row;

    public override string InputText(IReadOnlyList<InputRow> rows) => string.Join("\n\n", tables.Select((table, i) => Text(table, [.. rows.Where(r => r.Table == i).Select(r => r.Row)])));

    string Text((Type Type, string Name) table, IReadOnlyList<object> rows)
    {
        var columns = RowColumns.Of(table.Type);
        var texts = columns.Select(c => CellText.OfColumn([.. rows.Select(c.ValueOf)])).ToArray();
        var text = TextTable.Of([.. columns.Select(c => c.Name)], [.. rows.Select((_, i) => (IReadOnlyList<string>)[.. texts.Select(t => t[i])])], [.. columns.Select(c => DifferenceText.IsNumber(c.Type))]);
        return tables.Count == 1 && rows.Count > 0 ? text : $"  {table.Name}{(rows.Count == 0 ? ": empty" : "\n" + text)}";
    }
}
