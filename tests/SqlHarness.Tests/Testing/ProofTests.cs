using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.EventLogs;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing;

public class ProofTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    static CaseList<LogEvent> Cases(int count = 300) => EventLogGenerator.Generate(PlantedFaults.Right, new CaseBudget(count, 7));

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_right_query_is_proven(string engine) =>
        (await PlantedFaults.Sessionize(PlantedFaults.Right).ProveAsync(EmbeddedEngines.Named(engine), Cases(), TestContext.Current.CancellationToken)).Cases.ShouldBe(300);

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_boundary_fault_shrinks_to_two_events_a_gap_apart(string engine)
    {
        var report = Failure(PlantedFaults.Sessionize(PlantedFaults.AtTheGap), Cases(), engine);

        report.ShouldStartWith($"sessionize differs from its reference on {engine}: ");
        report.ShouldContain(" of 300 cases fail (seed 7).");
        report.ShouldContain("; fails alone too\n");
        var input = Section(report, "Input: ").Split('\n');
        input.Length.ShouldBe(5, report);
        input[1].Split('|', StringSplitOptions.TrimEntries).ShouldBe(["User", "Time", "Id", "Campaign", "since previous"]);
        input[3].ShouldContain("| 2025-01-01 09:00:00 |");
        input[4].ShouldContain("| 2025-01-01 09:30:00 |");
        input[4].ShouldEndWith("00:30:00");
        input[3..].Select(line => line.Split('|')[2].Trim()).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Large_cases_shrink_as_far_as_small_ones(string engine)
    {
        var large = EventLogGenerator.Generate(PlantedFaults.Right, 600, 7).Where(c => c.Length >= 10).ToList();
        large.Count.ShouldBeGreaterThan(20);
        var report = Failure(PlantedFaults.Sessionize(PlantedFaults.AtTheGap), new([.. large], 7), engine);
        Section(report, "Input: ").Split('\n').Length.ShouldBe(5, report);
        report.ShouldMatch("shrunk from 1[0-9] rows to 2 in [0-9]+ rounds");
        report.ShouldNotContain("stopped before the end");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_report_has_every_part(string engine)
    {
        var report = Failure(PlantedFaults.Sessionize(PlantedFaults.AtTheGap), Cases(), engine);

        var answer = Section(report, "Answer: differing cells in brackets").Split('\n');
        answer.Count(l => l.StartsWith("  expected | ", StringComparison.Ordinal)).ShouldBe(1);
        answer.Single(l => l.StartsWith("  actual ", StringComparison.Ordinal)).ShouldContain("[2025-01-01 09:30:00]");
        answer.Count(l => l.StartsWith("  equal ", StringComparison.Ordinal)).ShouldBe(1);
        answer[1].ShouldNotContain("CaseId");
        Section(report, $"SQL ({engine})").ShouldContain("OVER");
        Section(report, "Replay").ShouldContain("SQLHARNESS_SEED=7 SQLHARNESS_CASES=300");
        var fact = Section(report, "As a test");
        fact.ShouldContain("[Fact]\npublic void Sessionize_case_");
        fact.ShouldContain("_of_seed_7() =>\n    Property.Of(\"sessionize\", new EventLogKind(Right),\n        events => events.Sessionize(");
        fact.ShouldContain("Time = new(2025, 1, 1, 9, 30, 0, DateTimeKind.Utc) },");
        fact.ShouldEndWith(engine == "sqlite" ? "Engine.Sqlite());" : "Engine.DuckDb());");
        report.ShouldNotContain("\u001b");
    }

    [Fact]
    public void The_same_failure_has_the_same_report() =>
        Failure(PlantedFaults.Sessionize(PlantedFaults.AtTheGap), Cases(), "sqlite").ShouldBe(Failure(PlantedFaults.Sessionize(PlantedFaults.AtTheGap), Cases(), "sqlite"));

    [Fact]
    public void A_query_that_mixes_cases_is_told_from_one_that_is_wrong_alone()
    {
        var property = Property.Of("sessionize", new EventLogKind(PlantedFaults.Right),
            events => events.Sessionize(e => e.User, e => e.Time, e => e.Id, PlantedFaults.Right), s => s.Event.CaseId, PlantedFaults.Reference);

        var report = Failure(property, Cases(), "sqlite");

        report.ShouldContain("fails only together with the other cases");
        report.ShouldNotContain("[Fact]");
    }

    [Fact]
    public void A_case_whose_statement_fails_is_found_among_the_others()
    {
        // The engine refuses the sum of two ids near the end of 64 bits, in one case of fifty.
        var cases = Enumerable.Range(0, 50).Select(i => (IReadOnlyList<LogEvent>)[Event(i == 31 ? long.MaxValue : 1), Event(i == 31 ? long.MaxValue - 1 : 2)]).ToList();
        var property = Property.Of("sums", new RowsKind<LogEvent>(nameof(LogEvent.CaseId), (e, id) => e with { CaseId = id }),
            events => events.GroupBy(e => e.CaseId).Select(g => new { CaseId = g.Key, Sum = g.Sum(e => e.Id) }), s => s.CaseId,
            rows => [new { rows[0].CaseId, Sum = rows.Aggregate(0L, (sum, e) => unchecked(sum + e.Id)) }]);

        var report = Failure(property, new(cases.ToList(), null), "sqlite");

        report.ShouldContain("at least 1 of 50 cases fail.");
        report.ShouldContain("Input: case 31, ");
        report.ShouldContain("No answer\n");
    }

    [Fact]
    public void Where_the_reference_overflows_the_query_may_have_no_answer_either()
    {
        var cases = Enumerable.Range(0, 50).Select(i => (IReadOnlyList<LogEvent>)[Event(i == 31 ? long.MaxValue : 1), Event(i == 31 ? long.MaxValue - 1 : 2)]).ToList();
        Property<LogEvent, int> Sums(Func<IReadOnlyList<LogEvent>, int> reference) => Property.Of("sums", new RowsKind<LogEvent>(nameof(LogEvent.CaseId), (e, id) => e with { CaseId = id }),
            events => events.GroupBy(e => e.CaseId).Where(g => g.Sum(e => e.Id) > 0).Select(g => g.Key), c => c, rows => [reference(rows)]);

        Sums(rows => rows.Sum(e => e.Id) > 0 ? rows[0].CaseId : 0).Prove(new(cases.ToList(), null), Engine.Sqlite()).Single().Cases.ShouldBe(50);

        var report = Failure(Sums(rows => rows[0].CaseId == 7 ? throw new DivideByZeroException() : rows[0].CaseId), new(cases.ToList(), null), "duckdb");
        report.ShouldContain("The reference throws DivideByZeroException");
        report.ShouldContain("but the query answers with 1 row.");
    }

    [Fact]
    public void Proofs_of_nothing_are_refused()
    {
        var property = PlantedFaults.Sessionize(PlantedFaults.Right);
        Should.Throw<ProofFailedException>(() => property.Prove(CaseLists.Of<LogEvent>([], []), Engine.Sqlite())).Message.ShouldContain("no case has a row");
        Should.Throw<ArgumentException>(() => property.Prove(Cases(), []));
        var empty = Property.Of("none", new EventLogKind(PlantedFaults.Right), events => events.Where(e => e.Id < 0), e => e.CaseId, rows => rows.Where(e => e.Id < 0));
        Should.Throw<ProofFailedException>(() => empty.Prove(Cases(), Engine.Sqlite())).Message.ShouldContain("no row is expected of any of 300 cases");
    }

    [Fact]
    public void A_row_of_a_case_that_was_not_given_is_refused()
    {
        var property = Property.Of("lost", new EventLogKind(PlantedFaults.Right), events => events.Select(e => new { CaseId = e.CaseId + 1000, e.Id }), e => e.CaseId, rows => []);
        Failure(property, Cases(), "sqlite").ShouldContain("rows of case 1000 on sqlite, but was not given this case");
    }

    [Fact]
    public async Task Cancellation_and_the_time_limit_are_told_apart()
    {
        var property = PlantedFaults.Sessionize(PlantedFaults.Right);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => property.ProveAsync(Engine.Sqlite(), Cases(), cancelled.Token));
        await Should.ThrowAsync<TimeoutException>(() => (property with { TimeLimit = TimeSpan.Zero }).ProveAsync(Engine.Sqlite(), Cases(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Relations_hold_for_the_right_query(string engine)
    {
        foreach (var relation in Relations())
            Related(relation, PlantedFaults.Right).Prove(Cases(), EmbeddedEngines.Named(engine)).Single().Cases.ShouldBe(300, relation.Name);
    }

    [Fact]
    public void Relations_catch_what_breaks_them()
    {
        var day = new SessionizeOptions { Cut = CalendarCut.Day };
        var report = Failure(Related(SessionizeRelations.Shift(TimeSpan.FromHours(5)), day), Cases(), "duckdb");
        report.ShouldStartWith("sessionize breaks the relation 'shifted by 05:00:00' on duckdb: ");
        report.ShouldContain("\n\nInput after the change\n");
        Failure(Related(SessionizeRelations.Scale(2, events => Query(events, PlantedFaults.Right)), PlantedFaults.Right), Cases(), "sqlite").ShouldContain("-- after the change");
        Failure(Property.Of("sessionize", new EventLogKind(PlantedFaults.Right),
            events => events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, PlantedFaults.Right, e => e.Campaign), s => s.Event.CaseId, SessionizeRelations.Payload with
            {
                Change = rows => [.. rows.Select(e => e with { Campaign = e.Id % 2 == 0 ? "x" : "y" })],
                Expect = (_, results) => results.Select(s => s with { Event = s.Event with { Campaign = s.Event.Id % 2 == 0 ? "x" : "y" } }),
            }), Cases(), "sqlite").ShouldContain("'campaigns changed'");
    }

    static Relation<LogEvent, Sessionized<LogEvent, long?>>[] Relations() =>
    [
        SessionizeRelations.Permute, SessionizeRelations.Shift(TimeSpan.FromHours(5)), SessionizeRelations.RenameUsers, SessionizeRelations.FarAppend(PlantedFaults.Right.Gap),
        SessionizeRelations.Payload, SessionizeRelations.Scale(3, events => Query(events, PlantedFaults.Right with { Gap = PlantedFaults.Right.Gap * 3 })),
        new() { Name = "as a range join", Change = rows => rows, QueryAfter = events => Query(events, PlantedFaults.Right with { Formulation = Formulation.RangeJoin }) },
    ];

    static Property<LogEvent, Sessionized<LogEvent, long?>> Related(Relation<LogEvent, Sessionized<LogEvent, long?>> relation, SessionizeOptions options) =>
        Property.Of("sessionize", new EventLogKind(PlantedFaults.Right), events => Query(events, options), s => s.Event.CaseId, relation);

    static IQueryable<Sessionized<LogEvent, long?>> Query(IQueryable<LogEvent> events, SessionizeOptions options) =>
        events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options);

    static LogEvent Event(long id) => new() { CaseId = 0, Id = id };

    static string Failure<TResult>(Property<LogEvent, TResult> property, CaseList<LogEvent> cases, string engine) =>
        Should.Throw<ProofFailedException>(() => property.Prove(cases, EmbeddedEngines.Named(engine))).Message;

    static string Section(string report, string title) => report.Split("\n\n").Single(s => s.StartsWith(title, StringComparison.Ordinal));
}
