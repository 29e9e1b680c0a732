using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing.Cases;

/// <summary>Any table: its cases shrink by dropping rows.</summary>
/// <param name="caseColumn">The property that holds a row's case: <c>nameof(Order.CaseId)</c>.</param>
/// <param name="withCase">The row, as one of another case: <c>(row, id) => row with { CaseId = id }</c>.</param>
public sealed class RowsKind<TRow>(string caseColumn, Func<TRow, int, TRow> withCase) : CaseKind<TRow> where TRow : class
{
    /// <inheritdoc/>
    public override string CaseColumn { get; } = caseColumn;

    /// <inheritdoc/>
    public override IReducer<TRow> Reducer { get; } = new RowDropper<TRow>();

    /// <inheritdoc/>
    public override TRow WithCase(TRow row, int caseId) => withCase(row, caseId);
}
