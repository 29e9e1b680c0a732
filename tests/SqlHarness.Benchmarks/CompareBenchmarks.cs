using System.Globalization;
using LinqToDB.Data;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Benchmarks;

/// <summary>Comparisons of two tables against what would be written by hand for the same: a full join on one engine, a scan with a fingerprint on two.</summary>
static class CompareBenchmarks
{
    sealed class Left : TableRow;

    sealed class Right : TableRow;

    // Ten columns of an order line, of which one in ten is NULL somewhere.
    const string Columns = "order_id, line, product, price, ordered_at, kind, weight, quantity, discount, note";

    /// <summary>The rows, as a query.</summary>
    public static string Rows(int rows) => $"""
        SELECT i AS order_id, i % 17 AS line, (i * 7919) % 1000003 AS product, CAST((i % 100000) / 8.0 AS DECIMAL(18, 2)) AS price, TIMESTAMP '2024-01-01' + to_microseconds(i * 1000001) AS ordered_at,
            i % 5 AS kind, (i % 97) / 8.0::DOUBLE AS weight, (i * 31) % 1000 AS quantity, CASE WHEN i % 10 = 0 THEN NULL ELSE i % 100 END AS discount, 'note ' || (i % 5000) AS note
        FROM range({rows}) t(i)
        """;

    /// <summary>What rows and columns differ in, by hand.</summary>
    public static string FullJoin(string left, string right)
    {
        var others = Columns.Split(", ").Skip(1).ToList();
        var differs = string.Join(" OR ", others.Select(c => $"l.{c} IS DISTINCT FROM r.{c}"));
        return $"""
            SELECT count(*) FILTER (l.order_id IS NULL), count(*) FILTER (r.order_id IS NULL), count(*) FILTER (l.order_id IS NOT NULL AND r.order_id IS NOT NULL AND ({differs})),
                {string.Join(", ", others.Select(c => $"count(*) FILTER (l.order_id IS NOT NULL AND r.order_id IS NOT NULL AND l.{c} IS DISTINCT FROM r.{c})"))}
            FROM {left} l FULL JOIN {right} r ON l.order_id = r.order_id
            """;
    }

    /// <summary>Rows and columns in one pass, against the same full join by hand.</summary>
    public static Ratio OneEngine(int rows, int rounds, bool loose)
    {
        using var workspace = Engine.DuckDb().Open();
        workspace.Connection.Execute($"CREATE TABLE old AS {Rows(rows)}");
        workspace.Connection.Execute("CREATE TABLE new AS SELECT * FROM old ORDER BY (order_id * 7919) % 10000019");
        var (left, right) = (Shape<Left>(workspace, "old"), Shape<Right>(workspace, "new"));
        var byHand = FullJoin("old", "new");
        return Ratio.Measure(string.Create(CultureInfo.InvariantCulture, $"compare {rows:N0} rows of 10 columns, DuckDB"), "one full join",
            () => Identical(ComparedSide.Of(workspace.Connection, left), ComparedSide.Of(workspace.Connection, right), rows), "the full join by hand", () => workspace.Connection.Execute<long>(byHand), rounds, loose ? 8 : 1.2);
    }

    /// <summary>Six columns without text on two engines: no difference, and one row in two hundred differing; against the scan of one side with a fingerprint, and with the md5 that others use.</summary>
    public static IEnumerable<Ratio> TwoEngines(int rows, int rounds, bool loose)
    {
        using var one = Engine.DuckDb(threads: Math.Max(1, Environment.ProcessorCount / 2)).Open();
        using var other = Engine.DuckDb(threads: Math.Max(1, Environment.ProcessorCount / 2)).Open();
        const string six = "order_id, line, product, price, ordered_at, quantity";
        one.Connection.Execute($"CREATE TABLE old AS SELECT {six} FROM ({Rows(rows)})");
        other.Connection.Execute($"CREATE TABLE new AS SELECT {six} FROM ({Rows(rows)}) ORDER BY (order_id * 7919) % 10000019");
        other.Connection.Execute("CREATE TABLE changed AS SELECT * REPLACE (CASE WHEN order_id % 200 = 7 THEN price + 1 ELSE price END AS price) FROM new");
        var left = ComparedSide.Of(one.Connection, Shape<Left>(one, "old"));
        ComparedSide Side(string table) => ComparedSide.Of(other.Connection, Shape<Right>(other, table));
        var (same, changed) = (Side("new"), Changed(other));
        const string numbers = "order_id, line, product, CAST(price * 100 AS BIGINT), epoch_us(ordered_at), quantity";
        var arithmetic = $"SELECT count(*), sum(h), sum(h * h % 2147483629) FROM (SELECT (77 + {string.Join(" + ", numbers.Split(", ").Select((c, i) => $"{123456789 + i * 7654321} * ({c} % 2147483629) % 2147483629"))}) % 2147483629 AS h FROM {{0}})";
        // As data-diff has it: https://github.com/datafold/data-diff, concat_ws of texts that engines write alike.
        const string texts = "order_id::VARCHAR;line::VARCHAR;product::VARCHAR;price::DECIMAL(38, 2)::VARCHAR;strftime(ordered_at, '%Y-%m-%d %H:%M:%S.%f');quantity::VARCHAR";
        var md5 = $"SELECT count(*), sum(('0x' || substring(md5(concat_ws('|', {string.Join(", ", texts.Split(";").Select(t => $"coalesce({t}, '<null>')"))})), 21))::BIGINT - 140737488355327) FROM {{0}}";
        var what = string.Create(CultureInfo.InvariantCulture, $"compare {rows:N0} rows of 6 columns, two DuckDB");
        yield return Ratio.Measure(what, "fingerprints", () => Identical(left, same, rows), "an arithmetic fingerprint of both by hand, at once", () => Both(arithmetic), rounds, loose ? 40 : 1.3);
        yield return Ratio.Measure(what, "fingerprints", () => Identical(left, same, rows), "md5 of both by hand, at once", () => Both(md5), rounds, loose ? 15 : 0.2);
        yield return Ratio.Measure($"{what}, one in 200 differs", "fingerprints", () => Differing(left, changed, rows / 200), "no difference", () => Identical(left, same, rows), rounds, loose ? 15 : 2.5);

        void Both(string sql)
        {
            Parallel.Invoke(
                () => one.Connection.Execute<long>(sql.Replace("{0}", "old", StringComparison.Ordinal)), () => other.Connection.Execute<long>(sql.Replace("{0}", "new", StringComparison.Ordinal)));
        }
    }

    sealed class ChangedRight : TableRow;

    static ComparedSide Changed(Workspace workspace) => ComparedSide.Of(workspace.Connection, Shape<ChangedRight>(workspace, "changed"));

    static TableShape<TRow> Shape<TRow>(Workspace workspace, string table) where TRow : TableRow => workspace.ShapeOfAsync<TRow>(table).GetAwaiter().GetResult();

    static void Identical(ComparedSide left, ComparedSide right, int rows)
    {
        var compared = Compared(left, right);
        if (compared.Verdict != Verdict.Identical || compared.Rows.Identical != rows)
            throw new InvalidOperationException($"{compared.Verdict}: {compared.Rows}");
    }

    static void Differing(ComparedSide left, ComparedSide right, int rows)
    {
        var compared = Compared(left, right);
        if (compared.Rows.Modified != rows || compared.Rows.Added + compared.Rows.Removed > 0)
            throw new InvalidOperationException($"{compared.Verdict}: {compared.Rows}");
    }

    static TableComparison Compared(ComparedSide left, ComparedSide right) => Comparison.OfAsync(left, right, new() { Key = ["order_id"], Examples = 20 }).GetAwaiter().GetResult();
}
