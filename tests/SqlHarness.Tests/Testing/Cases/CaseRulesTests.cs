using FsCheck.Fluent;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing.Cases;

public class CaseRulesTests
{
    [Fact]
    public void A_column_takes_its_values_from_the_users_generator()
    {
        var orders = Rows<Order>(CaseRules.None.Column((Order o) => o.Amount, Gen.Elements(5m, 6m)).Column((Order o) => o.Id, Gen.Choose(1, 1000).Select(i => (long)i)));
        orders.Select(o => o.Amount).Distinct().Order().ShouldBe([5m, 6m]);
        orders.Select(o => o.Id).ShouldAllBe(i => i >= 1 && i <= 1000);
        orders.Max(o => o.Id).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Rows_of_the_users_generator_stay_as_they_are_but_for_keys_and_references()
    {
        var refund = new Refund { OrderId = 77, Line = 1, Amount = 2.5m, RefundedAt = new(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), ReplacementId = null };
        var cases = Cases(CaseRules.None.Rows(Gen.Choose(1, 9).Select(line => refund with { Line = (short)line })).Rows(Gen.Constant(new Order { Id = 3, Status = "own" })));
        var orders = cases.SelectMany(c => c.Of<Order>()).ToList();
        orders.ShouldAllBe(o => o.Status == "own" && o.Amount == 0);
        orders.Select(o => o.Id).Distinct().Count().ShouldBeGreaterThan(3);
        var refunds = cases.SelectMany(c => c.Of<Refund>(1)).ToList();
        refunds.Count.ShouldBeGreaterThan(200);
        refunds.ShouldAllBe(r => r.Amount == 2.5m && r.Line >= 1 && r.Line <= 9);
    }

    [Fact]
    public void Rows_that_fail_a_condition_are_discarded_and_counted()
    {
        var tables = InputTables.Of(Shop.Mapping, Shop.Entities, CaseRules.None.Where((Price p) => p.ValidTo == null || p.ValidTo > p.ValidFrom));
        var (cases, health) = CaseGenerator.GenerateWithHealth(tables, [], new(200, 2));
        cases.SelectMany(c => c.Of<Price>(2)).ShouldAllBe(p => p.ValidTo == null || p.ValidTo > p.ValidFrom);
        cases.SelectMany(c => c.Of<Price>(2)).Count(p => p.ValidTo != null).ShouldBeGreaterThan(200);
        health.Tables[2].DiscardedByCondition.ShouldBeGreaterThan(50);
        health.Check();
    }

    [Fact]
    public void A_condition_that_nothing_satisfies_is_refused_in_a_sentence() =>
        Should.Throw<ProofFailedException>(() => Cases(CaseRules.None.Where((Order o) => o.Amount == 123.45m)))
            .Message.ShouldMatch(@"^Conditions discarded \d+ of \d+ generated rows of Order, .*\.Column\(…, gen\) instead\.$");

    [Fact]
    public void Columns_that_are_unique_together_never_agree()
    {
        var cases = Cases(CaseRules.None.Unique((Order o) => new { o.Customer, o.IsGift }).Unique((Price p) => p.Product));
        foreach (var c in cases)
        {
            c.Of<Order>().Select(o => (o.Customer, o.IsGift)).ShouldBeUnique();
            c.Of<Price>(2).Select(p => p.Product).ShouldBeUnique();
        }

        cases.Count(c => c.Of<Order>().Count > 2).ShouldBeGreaterThan(80);
        cases.Count(c => c.Of<Price>(2).Count > 4).ShouldBeGreaterThan(80);
    }

    [Fact]
    public void A_stated_foreign_key_is_kept_and_may_be_null_only_where_the_column_is()
    {
        var cases = Cases(CaseRules.None.Matches((Price p) => p.Product, (Order o) => o.Note));
        cases.ShouldAllBe(c => c.Of<Price>(2).All(p => c.Of<Order>().Any(o => o.Note == p.Product)));
        cases.Sum(c => c.Tables[2].Count).ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Rules_about_what_is_not_there_are_refused()
    {
        Refusal(CaseRules.None.Where((UserRow _) => true)).ShouldBe("A rule is about UserRow, which the query does not read; it reads Order, Refund, Price.");
        Refusal(CaseRules.None.Unique((Order o) => o.Refunds)).ShouldStartWith("Order.Refunds is not a mapped column; there are Id, Customer");
        Refusal(CaseRules.None.Matches((Price p) => p.Product, (Order o) => o.Amount)).ShouldBe("Price.Product is of type String and cannot match Order.Amount of type Decimal.");
        Should.Throw<ArgumentException>(() => CaseRules.None.Column((Order o) => o.Amount + 1, Gen.Constant(1m))).Message.ShouldContain("A column is a property");
        Should.Throw<ArgumentException>(() => CaseRules.None.Matches((Price p) => new { p.Product, p.Amount }, (Order o) => o.Note)).Message.ShouldBe("2 columns of Price cannot match 1 of Order.");

        static string Refusal(CaseRules rules) => Should.Throw<ArgumentException>(() => Cases(rules)).Message;
    }

    static IReadOnlyList<InputCase> Cases(CaseRules rules) => CaseGenerator.Generate(InputTables.Of(Shop.Mapping, Shop.Entities, rules), [], new(200, 2));

    static IReadOnlyList<T> Rows<T>(CaseRules rules) => [.. Cases(rules).SelectMany(c => c.Of<T>())];

    sealed record UserRow(int Id);
}
