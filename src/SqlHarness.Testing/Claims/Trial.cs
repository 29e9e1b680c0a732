using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>A claim put to cases. It can be judged again and again, as for the query and each of its mutants, while what does not depend on the query is computed once.</summary>
sealed record Trial<TResult>
{
    /// <summary>What is to be run: as many statements as there are questions, however many the cases.</summary>
    public required IReadOnlyList<Question<TResult>> Questions { get; init; }

    /// <summary>What the claim expects of a case, from the answers to the questions in their order.</summary>
    public required Func<Case, IReadOnlyList<Answer<TResult>>, IEnumerable<TResult>> Expected { get; init; }

    /// <summary>What is there; by default the answer to the first question.</summary>
    public Func<Case, IReadOnlyList<Answer<TResult>>, IEnumerable<TResult>> Actual { get; init; } = (one, answers) => answers[0].Results[one.Id];

    /// <summary>Why a case has no answer by the claim itself, as where its reference overflows; null where it has one.</summary>
    public Func<Case, Exception?> HasNone { get; init; } = _ => null;

    /// <summary>What a case was changed to, where a claim compares two inputs.</summary>
    public Func<Case, InputCase?> Changed { get; init; } = _ => null;

    /// <summary>The verdict on a case.</summary>
    /// <param name="one">The case.</param>
    /// <param name="answers">The answers to the questions.</param>
    /// <param name="settings">By which columns differing rows are put side by side, and within which tolerances values are equal.</param>
    public Verdict Judge(Case one, IReadOnlyList<Answer<TResult>> answers, HarnessSettings settings)
    {
        if (HasNone(one) is { } error)
            return new() { Case = one, Error = new ReferenceFailedException(error, Actual(one, answers).Count()) };
        try
        {
            return new() { Case = one, Changed = Changed(one), Difference = Bag.Compare(Expected(one, answers), Actual(one, answers), settings.Key, settings.Tolerances) };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new() { Case = one, Changed = Changed(one), Error = new ReferenceFailedException($"The query answers, but what its answer is held against throws {e.GetType().Name} ({e.Message}).", e) };
        }
    }

    /// <summary>Whether another trial of the same claim over the same cases expects the same of a case: what users' functions return is fixed by the rows that they get.</summary>
    public bool ExpectsAs(Trial<TResult> other, Case one, IReadOnlyList<Answer<TResult>> answers) =>
        HasNone(one) is null == other.HasNone(one) is null && Bag.Same(Expected(one, answers), other.Expected(one, answers));

    /// <summary>Whether the claim holds for a case that has an answer.</summary>
    public bool Agrees(Case one, IReadOnlyList<Answer<TResult>> answers, HarnessSettings settings)
    {
        try
        {
            return settings.Tolerances.Count == 0 ? Bag.Same(Expected(one, answers), Actual(one, answers)) : Bag.Same(Expected(one, answers), Actual(one, answers), settings.Tolerances);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // An invariant that takes the only row of an answer throws where there is none, which fails a test as any difference does.
            return false;
        }
    }
}
