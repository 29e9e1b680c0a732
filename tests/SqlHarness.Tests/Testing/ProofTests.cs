using FsCheck.Fluent;
using LinqToDB.Internal.SqlQuery;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Statements;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.EventLogs;

namespace SqlHarness.Tests.Testing;

public class ProofTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_right_query_is_proven(string engine) =>
        (await PlantedFaults.Query(PlantedFaults.Right).On(EmbeddedEngines.Named(engine)).Against(PlantedFaults.Reference).CheckAsync(TestContext.Current.CancellationToken)).Single().Cases.ShouldBe(300);

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_boundary_fault_shrinks_to_two_events_a_gap_apart(string engine)
    {
        var report = AtTheGap(engine);

        report.ShouldStartWith($"sessionize differs from its reference on {engine}: ");
        report.ShouldContain(" of 300 cases fail (seed 7).");
        report.ShouldContain("; fails alone too\n");
        var input = Section(report, "Input: ").Split('\n');
        input.Length.ShouldBe(5, report);
        input[1].Split('|', StringSplitOptions.TrimEntries).ShouldBe(["Id", "User", "Time", "Campaign", "since previous"]);
        input[3].ShouldContain("| 2025-01-01 09:00:00 |");
        input[4].ShouldContain("| 2025-01-01 09:30:00 |");
        input[4].ShouldEndWith("00:30:00");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Large_cases_shrink_as_far_as_small_ones(string engine)
    {
        var large = 0;
        var report = (await Should.ThrowAsync<ProofFailedException>(() => ListedProof.SessionizeAsync(engine, PlantedFaults.AtTheGap, cases =>
        {
            var chosen = cases.Where(c => c.Rows >= 10).ToList();
            large = chosen.Count;
            return chosen;
        }))).Message;

        large.ShouldBeGreaterThan(20);
        Section(report, "Input: ").Split('\n').Length.ShouldBe(5, report);
        report.ShouldMatch("shrunk from 1[0-9] rows to 2 in [0-9]+ rounds");
        report.ShouldNotContain("stopped before the end");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_report_has_every_part(string engine)
    {
        var report = AtTheGap(engine);

        var answer = Section(report, "Answer: differing cells in brackets").Split('\n');
        answer.Count(l => l.StartsWith("  expected | ", StringComparison.Ordinal)).ShouldBe(1);
        answer.Single(l => l.StartsWith("  actual ", StringComparison.Ordinal)).ShouldContain("[2025-01-01 09:30:00]");
        answer.Count(l => l.StartsWith("  equal ", StringComparison.Ordinal)).ShouldBe(1);
        Section(report, $"SQL ({engine})").ShouldContain("OVER");
        Section(report, "Replay").ShouldContain("SQLHARNESS_SEED=7 SQLHARNESS_CASES=300");
        var fact = Section(report, "As a test");
        fact.ShouldContain("[Fact]\npublic void Sessionize_case_");
        fact.ShouldContain("_of_seed_7() =>\n    Harness.For<LogEvent, Sessionized<LogEvent, long?>>(events => LogQueries.Sessionize(events, options))\n        .Given(\n            [\n                new() { Id = ");
        fact.ShouldContain("Time = new(2025, 1, 1, 9, 30, 0, DateTimeKind.Utc) },\n");
        fact.ShouldEndWith($"            ])\n        .On({(engine == "sqlite" ? "Engine.Sqlite()" : "Engine.DuckDb()")})\n        .Against(PlantedFaults.Reference)\n        .Check();");
        report.ShouldNotContain("\u001b");
    }

    [Fact]
    public void The_same_failure_has_the_same_report() => AtTheGap("sqlite").ShouldBe(AtTheGap("sqlite"));

    /// <summary>The lift loses one case, which is none of those that its own check runs again.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_wrong_only_together_is_told_from_what_is_wrong_alone(string engine)
    {
        var lost = -1;
        var report = (await Should.ThrowAsync<ProofFailedException>(() => ListedProof.SessionizeAsync(engine, PlantedFaults.Right, cases =>
        {
            // Neither the first, the last, the one in the middle nor the largest.
            lost = Enumerable.Range(1, 20).First(i => cases[i].Rows is > 2 and < 10);
            return cases;
        }, statement =>
        {
            var query = ((SqlSelectStatement)statement).SelectQuery;
            query.Where.EnsureConjunction().AddNotEqual(query.Select.Columns[^1].Expression, new SqlValue(lost), LinqToDB.CompareNulls.LikeSql);
            return statement;
        }))).Message;

        report.ShouldContain(": 1 of 600 cases fail");
        report.ShouldContain("fails only together with the other cases");
        report.ShouldNotContain("[Fact]");
    }

    [Fact]
    public void A_case_whose_statement_fails_is_found_among_the_others()
    {
        // The engine refuses the sum of two ids near the end of 64 bits, which few cases have.
        var report = Fails(SumsOfIds().Against(events => events.Count == 0 ? [] : [events.Aggregate(0L, (sum, e) => unchecked(sum + e.Id))]));

        report.ShouldMatch("at least [1-9][0-9]* of 200 cases fail");
        report.ShouldContain("No answer\n");
        Section(report, "As a test").Split('\n').Count(line => line.Contains($"new() {{ Id = {long.MaxValue} }},", StringComparison.Ordinal)).ShouldBe(2, report);
    }

    [Fact]
    public void Where_the_reference_overflows_the_query_may_have_no_answer_either()
    {
        SumsOfIds().Against(events => events.Count == 0 ? [] : [events.Sum(e => e.Id)]).Check().Single().Cases.ShouldBe(200);

        var report = Fails(SumsOfIds().Against(events => events.Count == 3 ? throw new DivideByZeroException() : events.Count == 0 ? [] : [events.Sum(e => e.Id)]));
        report.ShouldContain("The reference throws DivideByZeroException");
        report.ShouldContain("but the query answers with 1 row.");
    }

    [Fact]
    public async Task Proofs_of_nothing_are_refused()
    {
        (await Should.ThrowAsync<ProofFailedException>(() => ListedProof.SessionizeAsync("sqlite", PlantedFaults.Right, cases => [.. cases.Where(c => c.Rows == 0)])))
            .Message.ShouldContain("no case has a row");
        Should.Throw<ArgumentException>(() => PlantedFaults.Query(PlantedFaults.Right).On());
        Fails(Harness.For<LogEvent, LogEvent>(events => events.Where(e => e.Id < 0 && e.Id > 0)).Cases(300, 7).Against(events => [])).ShouldContain("No case of 300 reaches 'an answer with rows'");
    }

    [Fact]
    public async Task Cancellation_and_the_time_limit_are_told_apart()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => PlantedFaults.Sessionize(PlantedFaults.Right).CheckAsync(cancelled.Token));
        await Should.ThrowAsync<TimeoutException>(() =>
            PlantedFaults.Query(PlantedFaults.Right).Within(TimeSpan.Zero).Against(PlantedFaults.Reference).CheckAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Relations_hold_for_the_right_query()
    {
        foreach (var relation in Relations)
            relation.Of(PlantedFaults.Query(PlantedFaults.Right)).Check().Select(p => p.Cases).ShouldBe([300, 300], relation.Name);
    }

    [Fact]
    public void Relations_catch_what_breaks_them()
    {
        var report = Fails(SessionizeRelations.Shift(TimeSpan.FromHours(5)).Of(PlantedFaults.Query(new() { Cut = CalendarCut.Day }).On(Engine.DuckDb())));
        report.ShouldStartWith("sessionize breaks the relation 'shifted by 05:00:00' on duckdb: ");
        report.ShouldContain("\n\nInput after the change\n");
        Fails(SessionizeRelations.Scale(2, events => LogQueries.Sessionize(events, PlantedFaults.Right)).Of(PlantedFaults.Query(PlantedFaults.Right))).ShouldContain("-- after the change");
        var changed = new SessionizeRelation("campaigns told apart", rows => [.. rows.Select(e => e with { Campaign = Told(e) })])
        {
            Expect = (_, results) => results.Select(s => s with { Event = s.Event with { Campaign = Told(s.Event) } }),
        };
        Fails(changed.Of(Harness.For<LogEvent, Sessionized<LogEvent, long?>>(events => LogQueries.SessionizeByCampaign(events, PlantedFaults.Right)))).ShouldContain("breaks the relation 'campaigns told apart'");

        static string Told(LogEvent e) => e.Id % 2 == 0 ? "x" : "y";
    }

    static IEnumerable<SessionizeRelation> Relations =>
    [
        SessionizeRelations.Permute, SessionizeRelations.Shift(TimeSpan.FromHours(5)), SessionizeRelations.RenameUsers, SessionizeRelations.FarAppend(PlantedFaults.Right.Gap),
        SessionizeRelations.Payload, SessionizeRelations.Scale(3, events => LogQueries.Sessionize(events, PlantedFaults.Right with { Gap = PlantedFaults.Right.Gap * 3 })),
        SessionizeRelations.SameAs("as a range join", events => LogQueries.Sessionize(events, PlantedFaults.Right with { Formulation = Formulation.RangeJoin })),
    ];

    // The sum of each id is none of an overflow, that of all of them may be.
    static QueryOf<LogEvent, long> SumsOfIds() => Harness.For<LogEvent, long>(events => events.GroupBy(e => e.User * 0 ?? 0).Select(g => g.Sum(e => e.Id)))
        .Column((LogEvent e) => e.Id, Gen.Frequency((200, Gen.Elements(1L, 2L, 3L)), (1, Gen.Constant(long.MaxValue)))).Cases(200, 7).On(Engine.Sqlite());

    static string AtTheGap(string engine) => Fails(PlantedFaults.Query(PlantedFaults.AtTheGap).On(EmbeddedEngines.Named(engine)).Against(PlantedFaults.Reference));

    static string Fails<TResult>(StatedProperty<TResult> property) => Should.Throw<ProofFailedException>(() => property.Check()).Message;

    static string Section(string report, string title) => report.Split("\n\n").Single(s => s.StartsWith(title, StringComparison.Ordinal));
}
