using System.Reflection;
using SqlHarness.Queries;
using SqlHarness.Testing;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Mutation;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>A query of the library with its reference, whatever its rows are: proven, covered and mutated by its name.</summary>
/// <param name="Name">The query's name.</param>
/// <param name="Check">Proves it on every engine.</param>
/// <param name="Cover">Measures which situations of it cases reach.</param>
/// <param name="Mutate">Runs its mutants, but for those that are accepted.</param>
sealed record OwnQuery(string Name, Func<IReadOnlyList<Proven>> Check, Func<CoverageReport> Cover, Func<MutationScore> Mutate)
{
    // Chosen for what they reach, so few suffice.
    const int Cases = 400;
    const ulong Seed = 20250101;
    const string Stored = "../../../../fixtures/counterexamples";

    /// <summary>A registered query, which is found by itself; what is known of it stands in its notes.</summary>
    /// <exception cref="NotSupportedException">It has several tables.</exception>
    public static OwnQuery Of(RegisteredQuery query, OwnNotes notes) => query.Inputs.Count == 1
        ? (OwnQuery)typeof(OwnQuery).GetMethod(nameof(OfOneTable), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(query.Inputs[0], query.Result).Invoke(null, [query, notes])!
        : throw new NotSupportedException($"{query.Name} has {query.Inputs.Count} tables: put it under the harness here as those of one table are.");

    /// <summary>A query of one table, ready to be compared with its reference.</summary>
    public static OwnQuery Of<T, TResult>(string name, QueryOf<T, TResult> query, Func<IReadOnlyList<T>, IEnumerable<TResult>> reference, OwnNotes notes)
        where T : class =>
        Of(name, notes.OutOfReach.Aggregate(query.Named(name).Cases(Cases, Seed).Counterexamples(Stored), (q, goal) => q.CannotReach(goal.Key, goal.Value)).Against(reference), notes);

    /// <summary>A query of two tables.</summary>
    public static OwnQuery Of<T1, T2, TResult>(
        string name, QueryOf<T1, T2, TResult> query, Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IEnumerable<TResult>> reference, OwnNotes notes)
        where T1 : class where T2 : class =>
        Of(name, notes.OutOfReach.Aggregate(query.Named(name).Cases(Cases, Seed).Counterexamples(Stored), (q, goal) => q.CannotReach(goal.Key, goal.Value)).Against(reference), notes);

    static OwnQuery OfOneTable<T, TResult>(RegisteredQuery query, OwnNotes notes) where T : class =>
        Of(query.Name, Harness.For<T, TResult>(rows => (IQueryable<TResult>)query.Over(rows)), rows => query.Reference(rows).Cast<TResult>(), notes);

    static OwnQuery Of<TResult>(string name, StatedProperty<TResult> property, OwnNotes notes) => new(
        name, property.Check, property.Cover().ShouldBeComplete,
        () => notes.Accepted.Aggregate(property.Mutate(), (m, accepted) => m.Accept(accepted.Key, accepted.Value)).ShouldAllBeKilled());

    /// <inheritdoc/>
    public override string ToString() => Name;
}
