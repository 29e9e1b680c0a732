using System.Text.Json;
using FsCheck.Fluent;
using SqlHarness.Engines;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>Coverage as a user asks for it.</summary>
public class CoverTests
{
    const string Exactly = "large_orders: Amount >= 100: exactly";

    // Amounts that never are just 100.
    static QueryOf<Order, NetAmount> Beside => LargeOrders.Under.Column((Order o) => o.Amount, Gen.Elements(99.99m, 100.01m));

    [Fact]
    public void Cases_reach_every_situation_of_the_query()
    {
        var report = LargeOrders.Proven.Cover().ShouldBeComplete();

        report.IsComplete.ShouldBeTrue();
        report.Situations.Select(s => s.Id).ShouldContain(Exactly);
        report.Situations.ShouldAllBe(s => s.Cases > 0 && s.Example != null);
        report.ToString().ShouldStartWith("Query on sqlite: every situation is reached. 300 cases reach 8 of 8 situations.");
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var report = Fails(Beside);

        report.ShouldStartWith("Query on sqlite: 1 situation is missing.");
        report.ShouldContain($"\n\nMissing\n  {Exactly}\nLet generated rows have it");
        report.ShouldEndWith($".CannotReach(\"{Exactly}\", \"why\")");
    }

    [Fact]
    public void A_situation_may_be_said_to_be_out_of_reach()
    {
        var report = Beside.CannotReach(Exactly, "fees are added").Against(LargeOrders.Reference).Cover().ShouldBeComplete();

        report.Situations.Single(s => s.Id == Exactly).OutOfReach.ShouldBe("fees are added");
        report.ToString().ShouldEndWith($"\n\nOut of reach\n  {Exactly}: fees are added");
        Should.Throw<ArgumentException>(() => Beside.CannotReach(Exactly, "")).Message.ShouldContain("Say why");
    }

    [Fact]
    public void What_was_said_to_be_out_of_reach_must_be()
    {
        Fails(LargeOrders.Under.CannotReach(Exactly, "fees are added")).ShouldMatch($"'{Exactly}' was said to be out of reach \\(fees are added\\), but [0-9]+ cases reach it; take its .CannotReach\\(…\\) away.");
        Fails(LargeOrders.Under.CannotReach("large_orders: Amount", "why not")).ShouldContain("'large_orders: Amount' was said to be out of reach, but the query has no such situation; take its .CannotReach(…) away.");
    }

    [Fact]
    public void One_given_case_is_not_measured() =>
        Should.Throw<InvalidOperationException>(() => LargeOrders.Under.Given([]).Against(LargeOrders.Reference).Cover().ShouldBeComplete()).Message.ShouldBe("Query: the coverage of one given case says nothing; take .Given(…) away.");

    [Fact]
    public void What_cannot_be_lifted_is_not_measured() =>
        Should.Throw<ProofFailedException>(() => Harness.For<Order, NetAmount>(LargeOrders.Raw).On(Engine.Sqlite()).Cases(20, 7).Against(LargeOrders.Reference).Cover().ShouldBeComplete()).Message
            .ShouldStartWith("LargeOrders.Raw on sqlite: 1 part cannot be measured. ");

    [Fact]
    public async Task Coverage_is_there_for_tools()
    {
        using var json = JsonDocument.Parse((await LargeOrders.Proven.Cover().RunAsync(TestContext.Current.CancellationToken)).ToJson());

        json.RootElement.GetProperty("isComplete").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("situations").EnumerateArray().Single(s => s.GetProperty("id").GetString() == Exactly).GetProperty("cases").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Time_may_run_out() => await Should.ThrowAsync<TimeoutException>(() => LargeOrders.Proven.Cover().Within(TimeSpan.Zero).RunAsync(TestContext.Current.CancellationToken));

    static string Fails(QueryOf<Order, NetAmount> query) => Should.Throw<ProofFailedException>(() => query.Against(LargeOrders.Reference).Cover().ShouldBeComplete()).Message;
}
