using LinqToDB;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.Testing.Lifting;
using SqlHarness.Tests.Testing.UnderTest;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>What probes count for generated cases is what plain C# counts over the same rows.</summary>
public sealed class CoverageOracleTests
{
    const int Cases = 200;

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public Task Filter(string engine) => EqualAsync(engine, (o, r) => o.Where(x => x.Amount >= 100m && x.Coupon != null), new()
    {
        ["result: Amount >= 100: true"] = (o, r) => o.Any(x => x.Amount >= 100m),
        ["result: Amount >= 100: false"] = (o, r) => o.Any(x => x.Amount < 100m),
        ["result: Amount >= 100: decides as true"] = (o, r) => o.Any(x => x.Amount >= 100m && x.Coupon != null),
        ["result: Amount >= 100: decides as false"] = (o, r) => o.Any(x => x.Amount < 100m && x.Coupon != null),
        ["result: Amount >= 100: less 0.01"] = (o, r) => o.Any(x => x.Amount == 99.99m && x.Coupon != null),
        ["result: Amount >= 100: exactly"] = (o, r) => o.Any(x => x.Amount == 100m && x.Coupon != null),
        ["result: Amount >= 100: and 0.01"] = (o, r) => o.Any(x => x.Amount == 100.01m && x.Coupon != null),
        ["result: Coupon IS NOT NULL: true"] = (o, r) => o.Any(x => x.Coupon != null),
        ["result: Coupon IS NOT NULL: false"] = (o, r) => o.Any(x => x.Coupon == null),
        ["result: Coupon IS NOT NULL: decides as true"] = (o, r) => o.Any(x => x.Coupon != null && x.Amount >= 100m),
        ["result: Coupon IS NOT NULL: decides as false"] = (o, r) => o.Any(x => x.Coupon == null && x.Amount >= 100m),
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Join(string engine)
    {
        static bool On(Order x, Refund y) => x.Id == y.OrderId && y.Amount <= x.Amount;
        return EqualAsync(engine, (o, r) => o.InnerJoin(r, (x, y) => x.Id == y.OrderId && y.Amount <= x.Amount, (x, y) => new { x.Id, y.Amount }),
            new()
        {
            ["result: JOIN refunds: matched"] = (o, r) => o.Any(x => r.Any(y => On(x, y))),
            ["result: JOIN refunds: left without a partner"] = (o, r) => o.Any(x => !r.Any(y => On(x, y))),
            ["result: JOIN refunds: right without a partner"] = (o, r) => r.Any(y => !o.Any(x => On(x, y))),
            ["result: JOIN refunds: left with several partners"] = (o, r) => o.Any(x => r.Count(y => On(x, y)) > 1),
            ["result: JOIN refunds: OrderId NULL right"] = (o, r) => r.Any(y => y.OrderId == null),
            ["result: orders.Id = refunds.OrderId: true"] = (o, r) => o.Any(x => r.Any(y => x.Id == y.OrderId)),
            ["result: orders.Id = refunds.OrderId: false"] = (o, r) => o.Any(x => r.Any(y => y.OrderId != null && x.Id != y.OrderId)),
            ["result: orders.Id = refunds.OrderId: unknown"] = (o, r) => o.Count > 0 && r.Any(y => y.OrderId == null),
            ["result: orders.Id = refunds.OrderId: decides as true"] = (o, r) => o.Any(x => r.Any(y => On(x, y))),
            ["result: orders.Id = refunds.OrderId: decides as false"] = (o, r) =>
                o.Any(x => r.Any(y => y.OrderId != null && x.Id != y.OrderId && y.Amount <= x.Amount)),
            ["result: refunds.Amount <= orders.Amount: true"] = (o, r) => o.Any(x => r.Any(y => y.Amount <= x.Amount)),
            ["result: refunds.Amount <= orders.Amount: false"] = (o, r) => o.Any(x => r.Any(y => y.Amount > x.Amount)),
            ["result: refunds.Amount <= orders.Amount: decides as true"] = (o, r) => o.Any(x => r.Any(y => On(x, y))),
            ["result: refunds.Amount <= orders.Amount: decides as false"] = (o, r) =>
                o.Any(x => r.Any(y => x.Id == y.OrderId && y.Amount > x.Amount)),
            ["result: refunds.Amount <= orders.Amount: less"] = (o, r) => o.Any(x => r.Any(y => x.Id == y.OrderId && y.Amount < x.Amount)),
            ["result: refunds.Amount <= orders.Amount: exactly"] = (o, r) => o.Any(x => r.Any(y => x.Id == y.OrderId && y.Amount == x.Amount)),
            ["result: refunds.Amount <= orders.Amount: greater"] = (o, r) => o.Any(x => r.Any(y => x.Id == y.OrderId && y.Amount > x.Amount)),
        });
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Groups(string engine) =>
        EqualAsync(engine, (o, r) => o.GroupBy(x => new { x.Region, x.Coupon })
            .Select(g => new { g.Key.Region, g.Key.Coupon, Most = g.Max(x => x.Amount) }), new()
    {
        ["result: GROUP BY Region, Coupon: one group"] = (o, r) => o.GroupBy(x => (x.Region, x.Coupon)).Count() == 1,
        ["result: GROUP BY Region, Coupon: several groups"] = (o, r) => o.GroupBy(x => (x.Region, x.Coupon)).Count() > 1,
        ["result: GROUP BY Region, Coupon: of one row"] = (o, r) => o.GroupBy(x => (x.Region, x.Coupon)).Any(g => g.Count() == 1),
        ["result: GROUP BY Region, Coupon: of several rows"] = (o, r) => o.GroupBy(x => (x.Region, x.Coupon)).Any(g => g.Count() > 1),
        ["result: GROUP BY Region, Coupon: differ only in Region"] = (o, r) => o.Any(x => o.Any(y => x.Region != y.Region && x.Coupon == y.Coupon)),
        ["result: GROUP BY Region, Coupon: differ only in Coupon"] = (o, r) => o.Any(x => o.Any(y => x.Region == y.Region && x.Coupon != y.Coupon)),
        ["result: GROUP BY Region, Coupon: Coupon NULL"] = (o, r) => o.Any(x => x.Coupon == null),
        ["result: MAX(Amount): different values"] = (o, r) =>
            o.GroupBy(x => (x.Region, x.Coupon)).Any(g => g.Select(x => x.Amount).Distinct().Count() > 1),
        ["result: MAX(Amount): a value twice"] = (o, r) => o.GroupBy(x => (x.Region, x.Coupon)).Any(g => g.Select(x => x.Amount)
            .Distinct().Count() < g.Count()),
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Window(string engine)
    {
        static IEnumerable<(Order Row, Order? Before)> WithBefore(IReadOnlyList<Order> orders) => orders.GroupBy(x => x.Region)
            .SelectMany(g => g.OrderBy(x => x.At).ThenBy(x => x.Id).ToList() is var rows ? rows.Select((x, i) => (x, i > 0 ? rows[i - 1] : null))
                : []);
        return EqualAsync(engine, (o, r) => o.Select(x => new { x.Id, Before = Sql.Window.Lag(x.Coupon, w =>
            w.PartitionBy(x.Region).OrderBy(x.At).ThenBy(x.Id)) }), new()
        {
            ["result: LAG(Coupon) OVER (PARTITION BY Region ORDER BY At, Id): outside the partition"] = (o, r) =>
                WithBefore(o).Any(x => x.Before == null),
            ["result: LAG(Coupon) OVER (PARTITION BY Region ORDER BY At, Id): a value"] = (o, r) => WithBefore(o).Any(x => x.Before?.Coupon != null),
            ["result: LAG(Coupon) OVER (PARTITION BY Region ORDER BY At, Id): a NULL"] = (o, r) =>
                WithBefore(o).Any(x => x.Before != null && x.Before.Coupon == null),
            ["result: PARTITION BY Region: of one row"] = (o, r) => o.GroupBy(x => x.Region).Any(g => g.Count() == 1),
            ["result: PARTITION BY Region: of two rows"] = (o, r) => o.GroupBy(x => x.Region).Any(g => g.Count() == 2),
            ["result: PARTITION BY Region: of more rows"] = (o, r) => o.GroupBy(x => x.Region).Any(g => g.Count() > 2),
            ["result: PARTITION BY Region: one"] = (o, r) => o.GroupBy(x => x.Region).Count() == 1,
            ["result: PARTITION BY Region: several"] = (o, r) => o.GroupBy(x => x.Region).Count() > 1,
            ["result: ORDER BY At, Id: a tie but for Id"] = (o, r) => o.GroupBy(x => (x.Region, x.At)).Any(g => g.Count() > 1),
        });
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Choice(string engine)
    {
        const string Case = "CASE WHEN Amount > 3 THEN 'big' WHEN Coupon IS NULL THEN 'none' ELSE 'small' END";
        return EqualAsync(engine, (o, r) => o.Select(x => new { x.Id, Size = x.Amount > 3m ? "big" : x.Coupon == null ? "none"
            : "small" }).AsSubQuery().Where(x => x.Size != "none"), new()
        {
            [$"result, from: {Case}: WHEN Amount > 3"] = (o, r) => o.Any(x => x.Amount > 3m),
            [$"result, from: {Case}: WHEN Coupon IS NULL"] = (o, r) => o.Any(x => x.Amount <= 3m && x.Coupon == null),
            [$"result, from: {Case}: ELSE"] = (o, r) => o.Any(x => x.Amount <= 3m && x.Coupon != null),
            ["result, from: Amount > 3: true"] = (o, r) => o.Any(x => x.Amount > 3m),
            ["result, from: Amount > 3: false"] = (o, r) => o.Any(x => x.Amount <= 3m),
            ["result, from: Amount > 3: less 0.01"] = (o, r) => o.Any(x => x.Amount == 2.99m),
            ["result, from: Amount > 3: exactly"] = (o, r) => o.Any(x => x.Amount == 3m),
            ["result, from: Amount > 3: and 0.01"] = (o, r) => o.Any(x => x.Amount == 3.01m),
            ["result, from: Coupon IS NULL: true"] = (o, r) => o.Any(x => x.Amount <= 3m && x.Coupon == null),
            ["result, from: Coupon IS NULL: false"] = (o, r) => o.Any(x => x.Amount <= 3m && x.Coupon != null),
            ["result: Size <> 'none': true"] = (o, r) => o.Any(x => x.Amount > 3m || x.Coupon != null),
            ["result: Size <> 'none': false"] = (o, r) => o.Any(x => x.Amount <= 3m && x.Coupon == null),
        });
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Sub_query(string engine) => EqualAsync(engine, ShopQueries.NetAmounts, new()
    {
        ["result, sub-query: rows for one outside: none"] = (o, r) => o.Any(x => !r.Any(y => y.OrderId == x.Id)),
        ["result, sub-query: rows for one outside: one"] = (o, r) => o.Any(x => r.Count(y => y.OrderId == x.Id) == 1),
        ["result, sub-query: rows for one outside: several"] = (o, r) => o.Any(x => r.Count(y => y.OrderId == x.Id) > 1),
        ["result, sub-query: refunds.OrderId = orders.Id: true"] = (o, r) => o.Any(x => r.Any(y => y.OrderId == x.Id)),
        ["result, sub-query: refunds.OrderId = orders.Id: false"] = (o, r) => o.Any(x => r.Any(y => y.OrderId != null && y.OrderId != x.Id)),
        ["result, sub-query: refunds.OrderId = orders.Id: unknown"] = (o, r) => o.Count > 0 && r.Any(y => y.OrderId == null),
        ["result, sub-query: all rows: of one row"] = (o, r) => o.Any(x => r.Count(y => y.OrderId == x.Id) == 1),
        ["result, sub-query: all rows: of several rows"] = (o, r) => o.Any(x => r.Count(y => y.OrderId == x.Id) > 1),
        ["result, sub-query: SUM(Amount): different values"] = (o, r) =>
            o.Any(x => r.Where(y => y.OrderId == x.Id).Select(y => y.Amount).Distinct().Count() > 1),
        ["result, sub-query: SUM(Amount): a value twice"] = (o, r) =>
            o.Any(x => r.Where(y => y.OrderId == x.Id).ToList() is var own && own.Select(y => y.Amount).Distinct().Count() < own.Count),
        ["result: COALESCE(SELECT Sum = SUM(Amount) FROM refunds WHERE (OrderId = Id), 0): takes SELECT Sum = SUM(Amount) FROM refunds WHERE (OrderId = Id)"] =
            (o, r) => o.Any(x => r.Any(y => y.OrderId == x.Id)),
        ["result: COALESCE(SELECT Sum = SUM(Amount) FROM refunds WHERE (OrderId = Id), 0): takes 0"] = (o, r) =>
            o.Any(x => !r.Any(y => y.OrderId == x.Id)),
    });

    static async Task EqualAsync<TResult>(string engine, Func<IQueryable<Order>, IQueryable<Refund>, IQueryable<TResult>> query, Dictionary<string,
        Func<IReadOnlyList<Order>, IReadOnlyList<Refund>, bool>> oracle)
    {
        var token = TestContext.Current.CancellationToken;
        Type[] entities = [typeof(Order), typeof(Refund)];
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), entities, token);
        var tested = query(workspace.Table<Order>(0), workspace.Table<Refund>(1));
        var cases = CaseGenerator.Generate(InputTables.Of(workspace.Mapping, entities), workspace.FactsOf(tested).Constants, new(Cases, 5));
        await workspace.LoadAsync([.. cases.Select((c, i) => (i, c))], token);
        var covered = await workspace.CoverAsync(tested, token);

        covered.NotMeasured.ShouldBeEmpty();
        var goals = covered.Goals.Where(g => g.Goal.Place != "output").ToDictionary(g => g.Goal.Id, g => g.Cases);
        goals.Keys.ShouldBe(oracle.Keys, ignoreOrder: true);
        foreach (var (id, holds) in oracle)
            goals[id].ShouldBe(Enumerable.Range(0, Cases).Where(i => holds([.. cases[i].Tables[0].Cast<Order>()],
                [.. cases[i].Tables[1].Cast<Refund>()])), id);
        covered.Goals.Count(g => g.IsMissing).ShouldBe(0, "a situation that no case has proves little");
    }
}
