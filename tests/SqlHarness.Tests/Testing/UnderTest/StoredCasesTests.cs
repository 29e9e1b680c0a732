using SqlHarness.Engines;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Cli;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>Counterexamples that are stored, replayed and edited, as a user has them.</summary>
public sealed class StoredCasesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Folder => Path.Combine(_folder["stored"], "large-orders-without-the-boundary");

    public void Dispose() => _folder.Dispose();

    StatedProperty<NetAmount> Wrong(Engine engine, int cases, ulong seed) =>
        Harness.For<Order, NetAmount>(LargeOrders.WithoutTheBoundary).Cases(cases, seed).On(engine).Counterexamples(_folder["stored"]).Against(LargeOrders.Reference);

    [Fact]
    public void A_failing_case_is_stored_once_and_the_report_has_its_path()
    {
        var first = Fails(Wrong(Engine.Sqlite(), 300, 7));

        var file = Directory.GetFiles(Folder).ShouldHaveSingleItem();
        first.Message.ShouldContain($"\n\nStored, and run from now on\n  {file}\n");
        first.Report!.StoredAs.ShouldBe(file);
        File.ReadAllText(file).ShouldBe("> LargeOrders.WithoutTheBoundary differs from its reference on sqlite.\n\n## Order\n\n|  Id | Region | Amount | At                  |\n"
            + "| --: | ------ | -----: | ------------------- |\n|   1 | ''     | 100.00 | 2025-01-01 09:00:00 |\n");
        Fails(Wrong(Engine.Sqlite(), 300, 7));
        Directory.GetFiles(Folder).ShouldBe([file]);
    }

    [Theory, InlineData("sqlite"), InlineData("duckdb")]
    public void A_stored_case_is_replayed_first_on_every_engine_whatever_the_seed(string name)
    {
        Fails(Wrong(Engine.Sqlite(), 300, 7));
        var file = Directory.GetFiles(Folder).Single();

        var report = Fails(Wrong(name == "sqlite" ? Engine.Sqlite() : Engine.DuckDb(), 300, 8)).Message;

        report.ShouldStartWith($"LargeOrders.WithoutTheBoundary differs from its reference on {name}: ");
        report.ShouldContain(" of 301 cases fail (seed 8).");
        report.ShouldContain($"\n\nInput: case 0, stored in {file}, ");
        report.ShouldNotContain("Stored, and run from now on");
    }

    [Fact]
    public void A_right_query_runs_the_stored_cases_too()
    {
        Fails(Wrong(Engine.Sqlite(), 300, 7));

        Harness.For<Order, NetAmount>(LargeOrders.Query).Named("LargeOrders.WithoutTheBoundary").Cases(300, 7).Counterexamples(_folder["stored"]).Against(LargeOrders.Reference).Check()
            .Select(p => p.Cases).ShouldBe([301, 301]);
    }

    [Fact]
    public void A_file_that_was_edited_badly_says_where()
    {
        Fails(Wrong(Engine.Sqlite(), 300, 7));
        var file = Directory.GetFiles(Folder).Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("100.00", "much", StringComparison.Ordinal));

        Should.Throw<FormatException>(() => Wrong(Engine.Sqlite(), 300, 7).Check()).Message.ShouldBe($"{file}, line 7: Order.Amount: much is no Decimal number.");
    }

    [Fact]
    public async Task An_example_of_a_surviving_mutant_is_stored()
    {
        var few = LargeOrders.Under.Cases(20, 7).Column((Order o) => o.Amount, FsCheck.Fluent.Gen.Elements(50m, 150m)).Column((Order o) => o.Region, FsCheck.Fluent.Gen.Constant("EU"));
        (await few.Counterexamples(_folder["stored"]).SatisfiesEach(r => r.Net > 120m).Mutate().RunAsync(TestContext.Current.CancellationToken)).Survived.ShouldBeGreaterThan(0);
        _folder.Names.ShouldBeEmpty();

        var score = await LargeOrders.Under.Cases(20, 7).Column((Order o) => o.Amount, FsCheck.Fluent.Gen.Frequency((400, FsCheck.Fluent.Gen.Elements(50m, 150m)), (1, FsCheck.Fluent.Gen.Constant(100m))))
            .Counterexamples(_folder["stored"]).Against(LargeOrders.Reference).Mutate().RunAsync(TestContext.Current.CancellationToken);
        var file = Directory.GetFiles(_folder["stored"], "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        score.Mutants.Single(m => m.After == "Amount > 100").Example!.ShouldEndWith($"\n\nstored as {file}");
    }

    static ProofFailedException Fails(StatedProperty<NetAmount> property) => Should.Throw<ProofFailedException>(() => property.Check());
}
