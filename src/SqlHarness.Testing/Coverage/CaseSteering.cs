using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Coverage;

/// <summary>
/// Chooses cases for what they reach. It begins with the generated ones; while goals are missing it tries more, changed from cases that reach other
/// situations of the same operator, and
/// gives those that reach something new the places of cases that nothing would be lost with. The same seed gives the same cases.
/// </summary>
/// <param name="tables">The query's tables.</param>
/// <param name="constants">The query's constants.</param>
/// <param name="roles">What columns are to its windows.</param>
/// <param name="budget">How many cases, from which seed.</param>
sealed class CaseSteering(InputTables tables, IReadOnlyList<CaseConstant> constants, ColumnRoles roles, CaseBudget budget)
{
    /// <summary>How many cases are tried in a round.</summary>
    public const int RoundSize = 250;

    /// <summary>The most rounds.</summary>
    public const int MostRounds = 20;

    // What so many rounds in a row do not find is mostly out of reach.
    const int MostIdleRounds = 8;

    readonly CaseChanges _changes = new(tables, constants);

    /// <summary>Chooses cases.</summary>
    /// <param name="cover">Measures what cases reach; a case's place is its number.</param>
    /// <param name="isWaived">Whether a goal is known to be out of reach, so that nothing is tried for it.</param>
    /// <exception cref="ProofFailedException">Nearly all generated rows had to be discarded; the message says by what.</exception>
    public async Task<Steered> ChooseAsync(Func<IReadOnlyList<InputCase>, Task<Covered>> cover, Func<CoverageGoal, bool>? isWaived = null)
    {
        List<InputCase> cases = [.. CaseGenerator.Generate(tables, constants, budget, roles)];
        var reached = new Reached(await cover(cases).ConfigureAwait(false));
        var (rounds, idle, tried) = (0, 0, cases.Count);
        List<CoverageGoal> missing;
        while ((missing = [.. reached.Missing.Where(g => isWaived?.Invoke(g) != true)]).Count > 0 && rounds < MostRounds && idle < MostIdleRounds)
        {
            idle++;
            var round = Try(cases, reached, missing, rounds++);
            tried += round.Count;
            if (round.Count == 0)
                continue;
            var found = await cover(round).ConfigureAwait(false);
            foreach (var place in Enumerable.Range(0, round.Count))
            {
                var goals = found.Goals.Where(g => g.Cases.Contains(place)).Select(g => g.Goal).ToHashSet();
                if (goals.Overlaps(reached.Missing) && reached.Dispensable is { } dispensable)
                {
                    idle = 0;
                    cases[dispensable] = round[place];
                    reached.Replace(dispensable, goals);
                }
            }
        }

        return new(cases, reached.Covered, rounds, tried);
    }

    List<InputCase> Try(List<InputCase> cases, Reached reached, List<CoverageGoal> missing, int round)
    {
        List<InputCase> tried = [];
        var near = missing.ConvertAll(reached.Near);
        for (var i = 0; i < RoundSize; i++)
        {
            var draws = new Draws(budget.Seed, budget.Count + round * RoundSize + i);
            // The rarest situation is as likely as the most frequent one.
            CellCase Parent() => tables.Cells(cases[draws.Of(draws.Of(near[i % near.Count]))]);
            if (_changes.Of(Parent(), () => draws.Chance(50) ? Parent() : tables.Cells(draws.Of(cases)), draws) is { } changed)
                tried.Add(tables.Rows(changed));
        }

        return tried;
    }
}
