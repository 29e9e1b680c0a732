using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Claims;

/// <summary>Of what a query answers, every row may stay: a property of each row, or an invariant of them all.</summary>
/// <param name="broken">What a failing query does, to follow its name.</param>
/// <param name="allowed">The rows that may stay.</param>
sealed class ResultClaim<TResult>(string broken, Func<InputCase, IReadOnlyList<TResult>, IEnumerable<TResult>> allowed) : IClaim<TResult>
{
    public string Broken => broken;

    public Trial<TResult> Try(IReadOnlyList<Case> cases) => new() { Questions = [new(cases)], Expected = (one, answers) => allowed(one.Input, [.. answers[0].Results[one.Id]]) };
}
