using LinqToDB.Data;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>A way to compare the tables l and r that others use and that misses faults; written for DuckDB, for contrast.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Query">Whether the tables differ.</param>
sealed record WrongComparer(string Name, string Query)
{
    const string Columns = "shop_id, order_id, line_id, customer, region, note, quantity, amount, unit_cost, weight, is_paid, ordered_at, shipped_at, loaded_at";

    // A word for NULL, and a separator.
    static readonly string Hashes = $"SELECT bit_xor(('0x' || substring(md5(concat_ws('|', {string.Join(", ", Columns.Split(", ").Select(c => $"coalesce(CAST({c} AS VARCHAR), '<null>')"))})), 1, 15))::BIGINT) FROM";

    const string Totals = "SELECT (count(*), sum(CAST(quantity AS DECIMAL(38, 0))), sum(amount), sum(unit_cost), sum(CASE WHEN is_paid THEN 1 END), min(ordered_at), max(ordered_at), count(DISTINCT customer)) FROM";

    public static IReadOnlyList<WrongComparer> All { get; } =
    [
        new("EXCEPT", $"SELECT count(*) > 0 FROM ((SELECT {Columns} FROM l EXCEPT SELECT {Columns} FROM r) UNION ALL (SELECT {Columns} FROM r EXCEPT SELECT {Columns} FROM l))"),
        new("XOR of hashes", $"SELECT ({Hashes} l) IS DISTINCT FROM ({Hashes} r)"),
        new("counts and sums", $"SELECT ({Totals} l) IS DISTINCT FROM ({Totals} r)"),
        new("inner join, <>", $"SELECT count(*) > 0 FROM l JOIN r USING (shop_id, order_id, line_id) WHERE {string.Join(" OR ", Columns.Split(", ").Skip(3).Select(c => $"l.{c} <> r.{c}"))}"),
    ];

    /// <summary>Whether it tells two tables apart.</summary>
    public bool Differ(Workspace workspace, Planted planted, RightTable right)
    {
        using var tables = new LoadedTables(workspace);
        tables.Load(planted.Left, "l");
        tables.LoadRight(planted.Right, "r", right);
        return workspace.Connection.Execute<bool>(Query);
    }
}
