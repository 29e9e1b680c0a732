using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.EventLogs;

namespace SqlHarness.Tests.Testing;

/// <summary>A proof of sessionize by its parts: over some of the generated cases only, or with a mistake planted in the lift.</summary>
static class ListedProof
{
    public static async Task<Proven> SessionizeAsync(string engine, SessionizeOptions options, Func<IReadOnlyList<InputCase>, IReadOnlyList<InputCase>> cases, Rewriting? planted = null)
    {
        var (token, budget) = (TestContext.Current.CancellationToken, new CaseBudget(600, 7));
        Type[] tables = [typeof(LogEvent)];
        var plan = new ProofPlan<Sessionized<LogEvent, long?>>(
            new() { Name = "sessionize", Budget = budget }, tables, t => LogQueries.Sessionize((IQueryable<LogEvent>)t[0], options),
            new ReferenceClaim<Sessionized<LogEvent, long?>>(input => PlantedFaults.Reference(input.Of<LogEvent>(0))), new HarnessCode("query", tables, ".Against(reference)"));
        await using var runner = new LiftedRunner<Sessionized<LogEvent, long?>>(EmbeddedEngines.Named(engine), tables);
        var workspace = await runner.OpenAsync(token);
        var drawn = await plan.DrawAsync(workspace, engine, token);
        workspace.Planted = planted;
        return await new Proof<Sessionized<LogEvent, long?>>(plan, runner, drawn with { List = new(cases(drawn.List.Cases), budget.Seed) }, token).ProveAsync();
    }
}
