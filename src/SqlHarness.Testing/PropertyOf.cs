using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing;

/// <summary>A claim about a query, ready to be proven on engines; made by <see cref="Property"/>. It holds no state, so tests may share it.</summary>
public sealed record Property<TRow, TResult> where TRow : class
{
    internal Property(string name, CaseKind<TRow> kind, Func<IQueryable<TRow>, IQueryable<TResult>> query, Func<TResult, int> caseOf, IClaim<TRow, TResult> claim, PropertyCode code) =>
        (Name, Kind, Query, CaseOf, Claim, Code) = (name, kind, query, caseOf, claim, code);

    /// <summary>The query's name.</summary>
    public string Name { get; }

    /// <summary>The kind of table that the query reads.</summary>
    public CaseKind<TRow> Kind { get; }

    /// <summary>The query.</summary>
    public Func<IQueryable<TRow>, IQueryable<TResult>> Query { get; }

    /// <summary>The case of a result row.</summary>
    public Func<TResult, int> CaseOf { get; }

    /// <summary>What is claimed.</summary>
    public IClaim<TRow, TResult> Claim { get; }

    /// <summary>The parts as their author wrote them.</summary>
    public PropertyCode Code { get; }

    /// <summary>The longest time a proof may take on one engine; a minute by default. What failed before then is still reported, if less shrunk.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Proves the claim for all cases on one engine.</summary>
    /// <exception cref="ProofFailedException">It does not hold for some case, or no case asks for anything; the message is the report.</exception>
    /// <exception cref="TimeoutException">The time limit passed before the cases were judged.</exception>
    /// <exception cref="EngineException">The engine cannot be opened, or refuses a row.</exception>
    public Task<Proven> ProveAsync(Engine engine, CaseList<TRow> cases, CancellationToken cancellationToken = default) =>
        new Proof<TRow, TResult>(new(Name, Kind, tables => Query((IQueryable<TRow>)tables[0]), Claim, Code, TimeLimit), new BatchRunner<TRow, TResult>(engine, CaseOf), cases, cancellationToken).ProveAsync();

    /// <summary>The same on several engines, one after the other, for tests that are not async.</summary>
    public IReadOnlyList<Proven> Prove(CaseList<TRow> cases, params IReadOnlyList<Engine> engines) => engines.Count == 0
        ? throw new ArgumentException("Without an engine nothing is proven.", nameof(engines))
        : [.. engines.Select(e => ProveAsync(e, cases).GetAwaiter().GetResult())];
}
