namespace SqlHarness.Testing.Cases;

/// <summary>Makes lists of cases.</summary>
public static class CaseLists
{
    /// <summary>Cases written by hand.</summary>
    public static CaseList<TRow> Of<TRow>(params IReadOnlyList<IReadOnlyList<TRow>> cases) => new(cases, null);
}
