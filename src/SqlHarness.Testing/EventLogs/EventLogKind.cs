using SqlHarness.Sessions;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing.EventLogs;

/// <summary>Event logs: they shrink towards the gap, and are shown in order, each event with the silence before it.</summary>
/// <param name="options">The gap that matters.</param>
public sealed class EventLogKind(SessionizeOptions options) : CaseKind<LogEvent>
{
    /// <inheritdoc/>
    public override string CaseColumn => nameof(LogEvent.CaseId);

    /// <inheritdoc/>
    public override IReducer<LogEvent> Reducer { get; } = new EventLogReducer(options);

    /// <inheritdoc/>
    public override LogEvent WithCase(LogEvent row, int caseId) => row with { CaseId = caseId };

    /// <inheritdoc/>
    public override string InputText(IReadOnlyList<LogEvent> rows)
    {
        var ordered = rows.OrderBy(e => e.User).ThenBy(e => e.Time).ThenBy(e => e.Id).ToList();
        var silences = ordered.Select((e, i) => i > 0 && ordered[i - 1].User == e.User ? e.Time - ordered[i - 1].Time : null);
        IReadOnlyList<string>[] columns =
        [
            CellText.OfColumn([.. ordered.Select(e => (object?)e.User)]), CellText.OfColumn([.. ordered.Select(e => (object?)e.Time)]), CellText.OfColumn([.. ordered.Select(e => (object?)e.Id)]),
            CellText.OfColumn([.. ordered.Select(e => (object?)e.Campaign)]), [.. silences.Select(s => s is null ? "" : CellText.Of(s))],
        ];
        return TextTable.Of([nameof(LogEvent.User), nameof(LogEvent.Time), nameof(LogEvent.Id), nameof(LogEvent.Campaign), "since previous"],
            [.. ordered.Select((_, i) => (IReadOnlyList<string>)[.. columns.Select(c => c[i])])], [true, false, true, false, true]);
    }
}
