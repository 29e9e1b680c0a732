using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Shrinking;

/// <summary>A reducer of cases, for the rows of their tables in one list.</summary>
/// <param name="cases">The reducer; null for cases that stay as they were written.</param>
/// <param name="tables">How many tables there are.</param>
sealed class InputRowReducer(ICaseReducer<InputCase>? cases, int tables) : IReducer<InputRow>
{
    public IEnumerable<IReadOnlyList<InputRow>> Candidates(IReadOnlyList<InputRow> rows) => cases?.Candidates(InputRow.Case(rows, tables)).Select(InputRow.Of) ?? [];

    public IReadOnlyList<long> Size(IReadOnlyList<InputRow> rows) => cases?.Size(InputRow.Case(rows, tables)) ?? [rows.Count];
}
