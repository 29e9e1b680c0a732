using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>What is claimed of a query: the pipeline's right-hand side.</summary>
interface IClaim<TResult>
{
    /// <summary>What a failing query does, to follow its name: <c>differs from its reference</c>.</summary>
    string Broken { get; }

    /// <summary>The queries that the query is held against, with their names; none where it is held against C#.</summary>
    IReadOnlyList<(string Name, QueryOver<TResult> Query)> Others => [];

    /// <summary>Puts the claim to cases: what is to be run, and how the answers are judged.</summary>
    Trial<TResult> Try(IReadOnlyList<Case> cases);
}
