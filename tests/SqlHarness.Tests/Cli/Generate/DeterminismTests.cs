using System.Globalization;
using System.Security.Cryptography;
using LinqToDB.Data;
using SqlHarness.Cli.Files;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Cli.Generate;

/// <summary>The same options write the same events.</summary>
public sealed class DeterminismTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes_and_another_seed_does_not()
    {
        var bytes = await BytesAsync("a.csv", "--rows", "3000", "--seed", "7");
        (await BytesAsync("b.csv", "--rows", "3000", "--seed", "7")).ShouldBe(bytes);
        (await BytesAsync("c.csv", "--rows", "3000", "--seed", "8")).SequenceEqual(bytes).ShouldBeFalse();
        (await BytesAsync("d.csv", "--rows", "3000", "--seed", "7", "--from", "2025-01-02")).SequenceEqual(bytes).ShouldBeFalse();
    }

    // Fails when Bogus draws other names or DuckDB writes CSV otherwise; then what a seed means has changed, and the hash with it.
    [Fact]
    public async Task A_seed_means_the_same_file_on_every_machine() =>
        Convert.ToHexString(SHA256.HashData(await BytesAsync("a.csv", "--rows", "20000", "--seed", "7")))
            .ShouldBe("7B632031465D102AC1C8A8CDFC58D59EEC682A1B7E69C69AA2306AB07CEEBEB7");

    [Fact]
    public async Task Threads_do_not_matter()
    {
        // Several of the groups that DuckDB's threads share out among them.
        var bytes = await BytesAsync("a.csv", "--rows", "400000", "--threads", "1");
        (await BytesAsync("b.csv", "--rows", "400000", "--threads", "4")).SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task Memory_does_not_matter()
    {
        var bytes = await BytesAsync("a.csv", "--rows", "400000");
        (await BytesAsync("b.csv", "--rows", "400000", "--memory-limit", "30MB", "--threads", "2")).SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task The_culture_does_not_matter()
    {
        var bytes = await BytesAsync("a.csv", "--rows", "3000");
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // German by hand, since the tests run without the cultures' data.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "−");
            other.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
            CultureInfo.CurrentCulture = other;
            (await BytesAsync("b.csv", "--rows", "3000", "--from", "2025-01-01")).ShouldBe(bytes);
            (await GenerateRun.EventsAsync("--rows", "3000", "--out", _folder["c.csv"])).Out.ShouldContain(" 3.00 %");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("a.parquet", "read_parquet")]
    [InlineData("a.jsonl", "read_json")]
    [InlineData("a.csv.gz", "read_csv")]
    public async Task Each_format_holds_the_same_rows_in_the_same_order(string name, string read)
    {
        await BytesAsync("a.csv", "--rows", "5000", "--seed", "7");
        await BytesAsync("other.csv", "--rows", "5000", "--seed", "8");
        await BytesAsync(name, "--rows", "5000", "--seed", "7");
        using var workspace = Engine.DuckDb().Open();

        Differing("a.csv").ShouldBe(0);
        Differing("other.csv").ShouldBe(5000);

        long Differing(string csv) => workspace.Connection.Execute<long>($"""
            SELECT count(*)
            FROM (SELECT a::VARCHAR AS row FROM (SELECT * REPLACE (event_time::TIMESTAMP AS event_time, received_at::TIMESTAMP AS received_at) FROM {read}({SqlText.Literal(_folder[name])})) a) a
            POSITIONAL JOIN (SELECT b::VARCHAR AS row FROM read_csv({SqlText.Literal(_folder[csv])}) b) b
            WHERE a.row IS DISTINCT FROM b.row
            """);
    }

    public void Dispose() => _folder.Dispose();

    async Task<byte[]> BytesAsync(string name, params string[] args)
    {
        var run = await GenerateRun.EventsAsync([.. args, "--out", _folder[name]]);
        run.ExitCode.ShouldBe(0, run.Error);
        return await File.ReadAllBytesAsync(_folder[name], TestContext.Current.CancellationToken);
    }
}
