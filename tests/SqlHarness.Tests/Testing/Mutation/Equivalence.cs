namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>A rule by which a mutant is known to change nothing: a query to which it applies, and one like it to which it does not.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Because">What the rule says.</param>
/// <param name="Holds">The query to which it applies.</param>
/// <param name="Fails">The query to which it does not, so that the operator's mutant is noticed.</param>
sealed record Equivalence(string Operator, string Because, MutationQuery Holds, MutationQuery Fails)
{
    public string Name => $"{Operator}: {Because} ({Holds.Name})";

    public static Equivalence Of<T1, T2>(string @operator, string because, string name, Func<Bench, IQueryable<T1>> holds, Func<Bench, IQueryable<T2>> fails) =>
        new(@operator, because, MutationQuery.Of(name, holds), MutationQuery.Of(name, fails));
}
