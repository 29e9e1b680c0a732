namespace SqlHarness.Testing.Shrinking;

/// <summary>Makes smaller cases of a failing one, without breaking what makes rows valid.</summary>
public interface IReducer<TRow>
{
    /// <summary>Cases to try instead, in any order; all of them are judged in one statement.</summary>
    IEnumerable<IReadOnlyList<TRow>> Candidates(IReadOnlyList<TRow> rows);

    /// <summary>How large a case is, the weightiest part first; always as many parts. A candidate is taken only if it is smaller, so that shrinking ends.</summary>
    IReadOnlyList<long> Size(IReadOnlyList<TRow> rows);
}
