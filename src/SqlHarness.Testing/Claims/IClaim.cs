using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Claims;

/// <summary>What is claimed of a query: the pipeline's right-hand side.</summary>
interface IClaim<TResult>
{
    /// <summary>What a failing query does, to follow its name: <c>differs from its reference</c>.</summary>
    string Broken { get; }

    /// <summary>Puts the claim to cases: what is to be run, and how the answers are judged.</summary>
    Trial<TResult> Try(IReadOnlyList<Case> cases);
}
