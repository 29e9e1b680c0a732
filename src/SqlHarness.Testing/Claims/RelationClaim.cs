using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>
/// A change of the input changes the answer in a known way (a metamorphic relation). It needs no reference, so that it also catches what query and reference have both wrong.
/// One statement answers cases and changed cases; two, where the query changes too.
/// </summary>
/// <param name="name">What is changed.</param>
/// <param name="change">The change of a case.</param>
/// <param name="expect">The answer after the change, from the case and the answer before it.</param>
/// <param name="after">The query after the change; null for the same.</param>
sealed class RelationClaim<TResult>(
    string name, Func<InputCase, InputCase> change, Func<InputCase, IReadOnlyList<TResult>, IEnumerable<TResult>> expect, QueryOver<TResult>? after) : IClaim<TResult>
{
    public string Broken { get; init; } = $"breaks the relation '{name}'";

    public IReadOnlyList<(string, QueryOver<TResult>)> Others => after is null ? [] : [($"The query after the change '{name}'", after)];

    public Trial<TResult> Try(IReadOnlyList<Case> cases)
    {
        var beyond = cases.Max(c => c.Id) + 1;
        var changed = cases.ToDictionary(c => c.Id, c => new Case(beyond + c.Id, change(c.Input)));
        return new()
        {
            // Each beside what it was changed to, so that the first of them are whole pairs, where no more are run.
            Questions = after is null ? [new([.. cases.SelectMany(c => (Case[])[c, changed[c.Id]])])] : [new(cases), new([.. changed.Values], after, "after the change")],
            Expected = (one, answers) => expect(one.Input, [.. answers[0].Results[one.Id]]),
            Actual = (one, answers) => answers[^1].Results[changed[one.Id].Id],
            Changed = one => changed[one.Id].Input,
        };
    }
}
