using System.Data.Common;
using SqlHarness.Testing.Statements.Mutation;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>The mutants of one query, all or those of one operator, run.</summary>
sealed record MutationRuns(IReadOnlyList<MutantRun> Mutants, int DifferingAfterwards)
{
    public static async Task<MutationRuns> OfAsync<T>(Bench bench, IQueryable<T> query, int cases, string? only = null)
    {
        await bench.LoadAsync(query, cases);
        var original = await bench.RunAsync(query);
        List<MutantRun> runs = [];
        foreach (var (mutant, k) in bench.MutantsOf(query).Select((m, k) => (m, k)).Where(p => only is null || p.m.Operator == only))
        {
            try
            {
                var answer = await bench.RunAsync(query, k);
                runs.Add(new(mutant, bench.Differing(original, answer), answer.Sql != original.Sql, null));
            }
            catch (DbException e)
            {
                runs.Add(new(mutant, 0, true, e.Message));
            }
        }

        return new(runs, bench.Differing(original, await bench.RunAsync(query)));
    }

    public MutantRun Of(string @operator, string before, string after) => Mutants.Single(r => r.Mutant.Operator == @operator && r.Mutant.Before == before && r.Mutant.After == after);
}
