using System.Text.Json;
using System.Xml.Linq;
using FsCheck.Fluent;
using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Testing;
using SqlHarness.Testing.Mutation;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.EventLogs;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>Mutants as a user runs them.</summary>
public class MutateTests
{
    [Fact]
    public void A_reference_kills_every_mutant_that_changes_an_answer()
    {
        var score = LargeOrders.Proven.Mutate().ShouldAllBeKilled();

        (score.Survived, score.Share, score.Engine, score.Cases).ShouldBe((0, 1.0, "sqlite", 300));
        score.Killed.ShouldBeGreaterThan(5);
        score.Count(MutantStatus.Equivalent).ShouldBeGreaterThan(0);
        score.Mutants.Where(m => m.Status == MutantStatus.Killed).ShouldAllBe(m => m.KilledBy(0) && m.Sql != score.Sql);
    }

    [Fact]
    public async Task A_weak_property_leaves_survivors_which_the_report_names_by_id()
    {
        var score = await LargeOrders.Weak.Mutate().RunAsync(TestContext.Current.CancellationToken);
        var report = Fails(() => LargeOrders.Weak.Mutate().ShouldAllBeKilled());

        score.Survived.ShouldBeGreaterThan(1);
        report.ShouldContain("\n\nSurvived: the tests do not notice these changes\n");
        foreach (var survivor in score.Mutants.Where(m => m.Status == MutantStatus.Survived))
            report.ShouldContain($"    {survivor.Id}  {survivor.Before}  →  {survivor.After}\n      needs {survivor.Needs}");
        report.ShouldContain($".Accept(\"{Survivor(score).Id}\", \"why it changes nothing\")");
        score.Mutants.Where(m => m.Status == MutantStatus.Killed).ShouldAllBe(m => !report.Contains(m.Id));
    }

    [Fact]
    public void A_share_may_be_asked_for()
    {
        var share = LargeOrders.Weak.Mutate().ShouldScore(0.5).Share;

        share.ShouldBeInRange(0.5, 0.99);
        LargeOrders.Weak.Mutate().ShouldScore(share).Share.ShouldBe(share);
        Fails(() => LargeOrders.Weak.Mutate().ShouldScore(share + 0.01)).ShouldContain("Survived");
    }

    [Fact]
    public async Task An_example_of_a_survivor_is_found_by_a_longer_search()
    {
        // Nothing draws 100 in so few cases, and a generator of a user's own is not steered past.
        var few = LargeOrders.Under.Cases(20, 7).Column((Order o) => o.Amount, Gen.Frequency((400, Gen.Elements(50m, 150m)), (1, Gen.Constant(100m)))).Against(LargeOrders.Reference);

        var score = await few.Mutate().RunAsync(TestContext.Current.CancellationToken);

        var boundary = score.Mutants.Single(m => m.After == "Amount > 100");
        boundary.Status.ShouldBe(MutantStatus.Survived);
        boundary.Example.ShouldNotBeNull().ShouldMatch(@"\| +100(\.00)? \|");
        score.ToString().ShouldContain("a longer search found a case that shows it:\n        Id | Region");
    }

    [Fact]
    public async Task A_survivor_may_be_accepted_with_a_reason()
    {
        var survivors = (await LargeOrders.Weak.Mutate().RunAsync(TestContext.Current.CancellationToken)).Mutants.Where(m => m.Status == MutantStatus.Survived).ToList();

        var score = survivors.Aggregate(LargeOrders.Weak.Mutate(), (run, m) => run.Accept(m.Id, "another property sees it")).ShouldAllBeKilled();

        score.Count(MutantStatus.Accepted).ShouldBe(survivors.Count);
        score.ToString().ShouldContain($"\n  {survivors[0].Id}  {survivors[0].Before}  →  {survivors[0].After}: another property sees it");
        Should.Throw<ArgumentException>(() => LargeOrders.Weak.Mutate().Accept(survivors[0].Id, " ")).Message.ShouldContain($"Say why {survivors[0].Id} changes nothing");
    }

    [Fact]
    public async Task An_acceptance_that_no_longer_applies_is_an_error()
    {
        var killed = (await LargeOrders.Proven.Mutate().RunAsync(TestContext.Current.CancellationToken)).Mutants.First(m => m.Status == MutantStatus.Killed);

        Fails(() => LargeOrders.Proven.Mutate().Accept(killed.Id, "why not").ShouldScore(0))
            .ShouldBe($"Query: the mutant {killed.Id} ({killed.Before}  →  {killed.After}) was accepted as one that changes nothing, but it is killed by the tests; take its .Accept(…) away.");
        Fails(() => LargeOrders.Proven.Mutate().Accept("ROR-000000", "why not").ShouldScore(0))
            .ShouldBe("Query: ROR-000000 is accepted, but the query on sqlite has no such mutant any more; take the .Accept(…) away.");
    }

    [Fact]
    public void Several_properties_are_told_apart()
    {
        var query = LargeOrders.Under;
        var score = query.Against(LargeOrders.Reference).Mutate().And(query.SatisfiesEach(r => r.Net >= 100m)).ShouldAllBeKilled();

        score.KilledOnlyBy(0).Count().ShouldBeGreaterThan(0);
        score.KilledOnlyBy(1).ShouldBeEmpty();
        score.ToString().ShouldMatch(@"\n\nBy property\n(.*\n)*.*SatisfiesEach.*adds nothing to the others");
        Should.Throw<ArgumentException>(() => LargeOrders.Proven.Mutate().And(Harness.For<Order, NetAmount>(LargeOrders.Raw).Against(LargeOrders.Reference))).Message
            .ShouldContain("Mutants of Query cannot be judged by a property of another query.");
    }

    [Fact]
    public void Each_property_keeps_its_own_tolerance()
    {
        var query = LargeOrders.Under;
        var near = query.Tolerating(r => r.Net, Tolerance.Absolute(1m)).Against(orders => LargeOrders.Reference(orders).Select(r => r with { Net = r.Net + 1m }));

        query.Against(LargeOrders.Reference).Mutate().And(near).ShouldAllBeKilled().Properties.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_query_or_the_query_itself_never_counts_as_killed()
    {
        var score = await LargeOrders.Proven.Mutate().RunAsync(TestContext.Current.CancellationToken);
        MutantStatus[] aside = [MutantStatus.Stillborn, MutantStatus.NotApplied, MutantStatus.Equivalent, MutantStatus.Flaky];

        var set = score with { Mutants = [.. score.Mutants.Select((m, i) => m with { Status = aside[i % 4], FailingCases = [] })] };

        (set.Killed, set.Survived, set.Share).ShouldBe((0, 0, 1.0));
        set.ToString().ShouldMatch("Not counted: [0-9]+ equivalent, [0-9]+ by chance, [0-9]+ stillborn, [0-9]+ not applied\\.");
        score.Mutants.Where(m => aside.Contains(m.Status)).ShouldAllBe(m => m.FailingCases.Count == 0 && m.Reason != null);
    }

    [Fact]
    public async Task Where_no_mutant_is_left_to_be_killed_nothing_is_proven()
    {
        var empty = LargeOrders.Under.SatisfiesEach(_ => true).Mutate();
        var survivors = (await empty.RunAsync(TestContext.Current.CancellationToken)).Mutants.Where(m => m.Status == MutantStatus.Survived).ToList();

        Fails(() => survivors.Aggregate(empty, (run, m) => run.Accept(m.Id, "all of them")).ShouldScore(0)).ShouldContain("there is none to be killed, which proves nothing");
    }

    [Fact]
    public async Task The_score_is_there_for_tools_and_as_a_page()
    {
        var score = await LargeOrders.Under.Named("<large> & \"more\"").SatisfiesEach(r => r.Net >= 100m).Mutate().RunAsync(TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(score.ToJson());
        json.RootElement.GetProperty("killed").GetInt32().ShouldBe(score.Killed);
        json.RootElement.GetProperty("mutants").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldBe(score.Mutants.Select(m => m.Id));
        json.RootElement.GetProperty("mutants").EnumerateArray().Select(m => m.GetProperty("status").GetString()).ShouldContain("survived");

        var page = XDocument.Parse(score.ToHtml());
        page.Descendants("h1").Single().Value.ShouldBe("<large> & \"more\"");
        page.Descendants("h2").Select(h => h.Value).Skip(1).First().ShouldStartWith("Survived: ");
        var details = page.Descendants("details").ToList();
        details.Count.ShouldBe(score.Mutants.Count);
        details.TakeWhile(d => d.Attribute("open") is not null).Count().ShouldBe(score.Survived);
        details[0].Descendants("del").First().Value.ShouldBe("Amount >= 100");
        details[0].Value.ShouldContain("fails in 0 of 300 cases");
    }

    [Fact]
    public async Task Time_may_run_out_or_the_run_be_cancelled()
    {
        (await Should.ThrowAsync<TimeoutException>(() => LargeOrders.Proven.Mutate().Within(TimeSpan.Zero).RunAsync(TestContext.Current.CancellationToken))).Message.ShouldStartWith("The mutants of Query were not done within 00:00:00");
        using var cancelled = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => LargeOrders.Proven.Mutate().Reporting(new Told(_ => cancelled.Cancel())).RunAsync(cancelled.Token));
    }

    [Fact]
    public async Task Progress_only_grows_and_ends_at_the_total()
    {
        List<MutationProgress> told = [];
        var query = LargeOrders.Under;
        await query.Against(LargeOrders.Reference).Mutate().And(query.Determined()).Reporting(new Told(told.Add)).RunAsync(TestContext.Current.CancellationToken);

        told.Select(p => p.Done).ShouldBe(Enumerable.Range(1, told[0].Total));
        told.ShouldAllBe(p => p.Total == told[0].Total && p.Mutant.Length > 0);
    }

    [Fact]
    public void The_query_itself_must_be_right_first()
    {
        var told = 0;
        Fails(() => Harness.For<Order, NetAmount>(LargeOrders.WithoutTheBoundary).Cases(300, 7).On(Engine.Sqlite()).Against(LargeOrders.Reference).Mutate().Reporting(new Told(_ => told++)).ShouldAllBeKilled())
            .ShouldStartWith("LargeOrders.WithoutTheBoundary differs from its reference on sqlite: ");
        told.ShouldBe(0);
    }

    [Fact]
    public void Relations_and_other_formulations_kill_mutants_too()
    {
        LargeOrders.Under.EqualTo(orders => LargeOrders.Query(orders.Where(o => o.Id == o.Id))).Mutate().ShouldAllBeKilled();
        LargeOrders.Under.Relation("one more at the boundary", orders => [.. orders, new() { Id = 1_000_001, Region = "", Amount = 100m, At = DateTime.UnixEpoch }], (_, before) => [.. before, new(1_000_001, 100m)])
            .Mutate().ShouldScore(0.3).Mutants.Single(m => m.After == "Amount > 100").Status.ShouldBe(MutantStatus.Killed);
    }

    /// <summary>Run one by one, not all of them are: each must still stand beside what it was changed to.</summary>
    [Fact]
    public async Task A_relation_that_mutants_keep_does_not_kill_them_where_nothing_is_lifted()
    {
        var score = await Harness.For<Order, NetAmount>(LargeOrders.Raw).Cases(150, 7).On(Engine.Sqlite()).Relation("reversed", orders => [.. orders.Reverse()], (_, before) => before)
            .Mutate().RunAsync(TestContext.Current.CancellationToken);

        score.Survived.ShouldBeGreaterThan(3);
        score.Killed.ShouldBe(0, score.ToString());
    }

    [Fact]
    public void Mutants_run_on_the_first_engine_only() => LargeOrders.Under.On(Engine.DuckDb(), Engine.Sqlite()).Against(LargeOrders.Reference).Mutate().ShouldAllBeKilled().Engine.ShouldBe("duckdb");

    [Fact]
    public async Task A_mutant_that_fails_on_data_is_killed()
    {
        var score = await Harness.For<LogEvent, long>(events => events.Select(e => e.Id - 1)).Column((LogEvent e) => e.Id, Gen.Elements(1L, 2L, long.MaxValue)).Cases(100, 7).On(Engine.DuckDb())
            .SatisfiesEach(_ => true).Mutate().RunAsync(TestContext.Current.CancellationToken);

        var plus = score.Mutants.Single(m => m.After == "Id + 1");
        plus.Status.ShouldBe(MutantStatus.Killed);
        plus.Reason.ShouldNotBeNull().ShouldStartWith("fails on data: ");
        score.Mutants.Where(m => m.Status == MutantStatus.Killed).ShouldAllBe(m => m.Reason != null);
        score.Survived.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Cases_without_an_answer_say_nothing_of_mutants()
    {
        // Where the sum overflows neither reference nor query have an answer; one such case must not keep all others from being judged.
        var score = await Harness.For<LogEvent, long>(events => events.GroupBy(e => e.User * 0 ?? 0).Select(g => g.Sum(e => e.Id)))
            .Column((LogEvent e) => e.Id, Gen.Frequency((200, Gen.Elements(1L, 2L, 3L)), (1, Gen.Constant(long.MaxValue)))).Cases(200, 7).On(Engine.Sqlite())
            .Against(events => events.Count == 0 ? [] : [events.Sum(e => e.Id)]).Mutate().RunAsync(TestContext.Current.CancellationToken);

        score.Cases.ShouldBeInRange(100, 199);
        score.Killed.ShouldBeGreaterThan(5);
        score.Mutants.ShouldAllBe(m => m.Reason == null || !m.Reason.StartsWith("fails on data"));
    }

    [Fact]
    public void An_invariant_that_throws_for_a_mutants_answer_kills_it()
    {
        var score = Harness.For<Order, NetAmount>(orders => orders.GroupBy(o => Portable.Native(1)).Where(g => g.Count() >= 0).Select(g => new NetAmount(g.Count(), 0m))).Cases(100, 7).On(Engine.Sqlite())
            .Invariant((orders, rows) => rows.Single().OrderId == orders.Count).Mutate().ShouldScore(0.1);

        score.Killed.ShouldBeGreaterThan(0);
    }

    static MutantOutcome Survivor(MutationScore score) => score.Mutants.First(m => m.Status == MutantStatus.Survived);

    static string Fails(Action check) => Should.Throw<ProofFailedException>(check).Message;

    sealed class Told(Action<MutationProgress> told) : IProgress<MutationProgress>
    {
        public void Report(MutationProgress value) => told(value);
    }
}
