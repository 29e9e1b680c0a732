using System.Data.Common;
using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Tables;

namespace SqlHarness.Benchmarks;

/// <summary>Comparisons of two engines against the slower one's own scan with a fingerprint by hand: of a server beside DuckDB, and the example that other tools publish.</summary>
static class CompareAcross
{
    [Table("old_lines")]
    sealed class Line
    {
        [Column("order_id")] public long OrderId { get; set; }
        [Column("line")] public long Number { get; set; }
        [Column("product")] public long Product { get; set; }
        [Column("price", Precision = 18, Scale = 2)] public decimal Price { get; set; }
        [Column("ordered_at")] public DateTime OrderedAt { get; set; }
        [Column("quantity")] public long Quantity { get; set; }
    }

    sealed class Equal : TableRow;

    sealed class ServerLines : TableRow;

    sealed class OtherLines : TableRow;

    sealed class Left : TableRow;

    sealed class One : TableRow;

    sealed class Spread : TableRow;

    /// <summary>A server's rows beside equal ones on DuckDB.</summary>
    public static Ratio Server(Dialect dialect, Func<DbConnection> connect, int rows, int rounds)
    {
        using var server = Engine.For(dialect, connect).Open();
        using var other = Engine.DuckDb().Open();
        var lines = Enumerable.Range(0, rows).Select(i => new Line { OrderId = i, Number = i % 17, Product = (long)i * 7919 % 1_000_003, Price = i % 100_000 / 8 + 0.25m, OrderedAt = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks((long)i * 10_000_010), Quantity = (long)i * 31 % 1000 });
        var (here, there) = (server.Load(lines), other.Load(lines));
        // As the command knows them: by their names, with what each engine says of its columns.
        var (left, right) = (Side<ServerLines>(server, here), Side<OtherLines>(other, there));
        var place = here.DatabaseName is { } database ? database + "." : "";
        var (cents, micros) = dialect == Dialect.PostgreSql ? ("CAST(price * 100 AS BIGINT)", "CAST(extract(epoch FROM ordered_at) * 1000000 AS BIGINT)")
            : dialect == Dialect.ClickHouse ? ("toInt64(price * 100)", "toUnixTimestamp64Micro(ordered_at)") : ("CAST(price * 100 AS SIGNED)", "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', ordered_at)");
        string[] numbers = ["order_id", "line", "product", cents, micros, "quantity"];
        var byHand = $"SELECT count(*), sum(h), sum(h * h % 2147483629) FROM (SELECT (77 + {string.Join(" + ", numbers.Select((c, i) => $"{123456789 + i * 7654321} * ({c} % 2147483629) % 2147483629"))}) % 2147483629 AS h FROM {place}old_lines) t";
        return Ratio.Measure(string.Create(CultureInfo.InvariantCulture, $"compare {rows:N0} rows of 6 columns, {dialect.Title} and DuckDB"), "fingerprints", () => Compared(left, right, rows, 0),
            $"an arithmetic fingerprint by hand on {dialect.Title} alone", () => server.Connection.Execute<long>(byHand), rounds, null);
    }

    /// <summary>25 million rows of 29 columns on two engines: no difference, one, and one row in two hundred over all columns; against the arithmetic fingerprint of one side by hand.</summary>
    public static IEnumerable<Ratio> Published(int rows)
    {
        using var one = Engine.DuckDb(threads: Math.Max(1, Environment.ProcessorCount / 2)).Open();
        using var other = Engine.DuckDb(threads: Math.Max(1, Environment.ProcessorCount / 2)).Open();
        var columns = Enumerable.Range(1, 28).Select(i => (Name: $"c{i}", Value: (i % 4) switch
        {
            0 => $"CAST((i * {7919 + i}) % 1000003 AS INTEGER)",
            1 => $"CASE WHEN i % {10 + i} = 0 THEN NULL ELSE (i * {31 + i}) % 1000 END",
            2 => $"CAST((i % {100_000 + i}) / 8.0 AS DECIMAL(18, 2))",
            _ => $"TIMESTAMP '2024-01-01' + to_microseconds((i % 10000000) * {1_000_001 + i})",
        }, Changed: (i % 4) switch { 1 => $"coalesce(c{i}, 0) + 1", 3 => $"c{i} + INTERVAL 1 HOUR", _ => $"c{i} + 1" })).ToList();
        var all = $"SELECT i AS id, {string.Join(", ", columns.Select(c => $"{c.Value} AS {c.Name}"))} FROM range({rows}) t(i)";
        one.Connection.Execute($"CREATE TABLE old AS {all}");
        other.Connection.Execute($"CREATE TABLE new AS {all}");
        other.Connection.Execute($"CREATE VIEW one AS SELECT * REPLACE (CASE WHEN id = {rows / 3} THEN c5 + 1 ELSE c5 END AS c5) FROM new");
        other.Connection.Execute($"CREATE VIEW spread AS SELECT * REPLACE ({string.Join(", ", columns.Select((c, i) => $"CASE WHEN id % 200 = 7 AND id // 200 % 28 = {i} THEN {c.Changed} ELSE {c.Name} END AS {c.Name}"))}) FROM new");
        var numbers = columns.Select((c, i) => (i % 4) switch { 1 => $"CAST({c.Name} * 100 AS BIGINT)", 2 => $"epoch_us({c.Name})", _ => c.Name }).Prepend("id");
        var byHand = $"SELECT count(*), sum(h), sum(h * h % 2147483629) FROM (SELECT (77 + {string.Join(" + ", numbers.Select((c, i) => $"{123456789 + i * 7654321} * (CAST(coalesce({c}, {i}) AS BIGINT) % 2147483629) % 2147483629"))}) % 2147483629 AS h FROM {{0}})";
        var left = Side<Left>(one, "old");
        foreach (var (what, right, differing) in new[] { ("no difference", Side<Equal>(other, "new"), 0), ("one difference", Side<One>(other, "one"), 1), ("one row in 200 differs, over 28 columns", Side<Spread>(other, "spread"), rows / 200) })
        {
            yield return Ratio.Measure(string.Create(CultureInfo.InvariantCulture, $"compare {rows:N0} rows of 29 columns, two DuckDB, {what}"), "fingerprints", () => Compared(left, right, rows, differing),
                "an arithmetic fingerprint of both by hand, at once", () => Parallel.Invoke(() => one.Connection.Execute<long>(byHand.Replace("{0}", "old", StringComparison.Ordinal)), () => other.Connection.Execute<long>(byHand.Replace("{0}", "new", StringComparison.Ordinal))), 1, null);
        }
    }

    static ComparedSide Side<TRow>(Workspace workspace, ITable<Line> lines) where TRow : TableRow => ComparedSide.Of(workspace.Connection, workspace.ShapeOfAsync<TRow>("old_lines", lines.SchemaName ?? lines.DatabaseName).GetAwaiter().GetResult());

    static ComparedSide Side<TRow>(Workspace workspace, string table) where TRow : TableRow => ComparedSide.Of(workspace.Connection, workspace.ShapeOfAsync<TRow>(table).GetAwaiter().GetResult());

    static void Compared(ComparedSide left, ComparedSide right, int rows, int differing)
    {
        var compared = Comparison.OfAsync(left, right, new() { Key = [left.Table.Columns[0].Name] }).GetAwaiter().GetResult();
        if (compared.Rows.Modified != differing || compared.Rows.Identical != rows - differing)
            throw new InvalidOperationException($"{compared.Verdict}: {compared.Rows} {compared.Run.Method}");
    }
}
