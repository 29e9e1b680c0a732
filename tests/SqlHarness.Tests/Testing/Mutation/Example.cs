using SqlHarness.Testing.Statements.Mutation;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>A query, and what one operator makes of it: <c>before → after</c>, all of it, with ≡ where it is known to change nothing.</summary>
sealed record Example(string Operator, string Name, Func<Bench, IReadOnlyList<Mutant>> Mutants, IReadOnlyList<string> Expected)
{
    public static Example Of<T>(string @operator, string name, Func<Bench, IQueryable<T>> query, params IReadOnlyList<string> expected) =>
        new(@operator, name, bench => bench.MutantsOf(query(bench)), expected);
}
