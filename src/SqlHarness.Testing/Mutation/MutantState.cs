using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Statements.Mutation;

namespace SqlHarness.Testing.Mutation;

/// <summary>What is known of a mutant while it is run.</summary>
/// <param name="mutant">The mutant.</param>
/// <param name="place">By which it is found again in any copy of the statement.</param>
sealed class MutantState(Mutant mutant, int place)
{
    readonly List<int> _failing = [];

    public Mutant Mutant { get; } = mutant;

    public int Place { get; } = place;

    /// <summary>Why it is not run, or not further; null while it is.</summary>
    public MutantStatus? Status { get; private set; }

    public string? Reason { get; set; }

    public string? Sql { get; set; }

    public string? Example { get; set; }

    /// <summary>For each property that was judged in how many cases it failed.</summary>
    public IReadOnlyList<int> FailingCases => Status is null ? _failing : [];

    public MutantState Set(MutantStatus status, string reason)
    {
        (Status, Reason) = (status, reason);
        return this;
    }

    public void Note(int property, IReadOnlyList<Case> failing)
    {
        while (_failing.Count <= property)
            _failing.Add(0);
        _failing[property] = failing.Count;
    }
}
