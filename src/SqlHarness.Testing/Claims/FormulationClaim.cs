using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>Another query with the same meaning answers the same.</summary>
/// <param name="name">The other query, as it was written.</param>
/// <param name="other">The other query.</param>
sealed class FormulationClaim<TResult>(string name, QueryOver<TResult> other) : IClaim<TResult>
{
    public string Broken => $"differs from {name}";

    public IReadOnlyList<(string, QueryOver<TResult>)> Others => [(name, other)];

    public Trial<TResult> Try(IReadOnlyList<Case> cases) => new() { Questions = [new(cases), new(cases, other, name)], Expected = (one, answers) => answers[1].Results[one.Id] };
}
