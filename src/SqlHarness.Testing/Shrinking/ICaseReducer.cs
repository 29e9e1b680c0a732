namespace SqlHarness.Testing.Shrinking;

/// <summary>Makes smaller cases of a failing one, without breaking what makes it valid.</summary>
/// <typeparam name="TCase">What a case is: the rows of one table, or of several.</typeparam>
interface ICaseReducer<TCase>
{
    /// <summary>Cases to try instead, in any order; all of them are judged in one statement.</summary>
    IEnumerable<TCase> Candidates(TCase rows);

    /// <summary>How large a case is, the weightiest part first; always as many parts. A candidate is taken only if it is smaller, so that shrinking ends.</summary>
    IReadOnlyList<long> Size(TCase rows);
}
