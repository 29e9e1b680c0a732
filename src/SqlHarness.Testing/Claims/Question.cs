using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>One statement to be run.</summary>
/// <param name="Cases">Over which cases.</param>
/// <param name="Other">Another query in the place of the one under test; null for that one.</param>
/// <param name="Title">How its SQL is headed where there are several.</param>
sealed record Question<TResult>(IReadOnlyList<Case> Cases, QueryOver<TResult>? Other = null, string Title = "");
