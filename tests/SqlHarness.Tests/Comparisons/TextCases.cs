using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>A table of texts beside one of types: what each text says, and whether it is the value.</summary>
static class TextCases
{
    [Table("as_text")]
    public sealed class AsText
    {
        [Column("id"), PrimaryKey] public long Id { get; set; }
        [Column("price")] public string? Price { get; set; }
        [Column("at")] public string? At { get; set; }
        [Column("weight")] public string? Weight { get; set; }
        [Column("paid")] public string? Paid { get; set; }
        [Column("code")] public string? Code { get; set; }
    }

    [Table("as_types")]
    public sealed class AsTypes
    {
        [Column("id"), PrimaryKey] public long Id { get; set; }
        [Column("price", Precision = 18, Scale = 2)] public decimal? Price { get; set; }
        [Column("at")] public DateTime? At { get; set; }
        [Column("weight")] public double? Weight { get; set; }
        [Column("paid")] public bool? Paid { get; set; }
        [Column("code")] public Guid? Code { get; set; }
    }

    static readonly DateTime At = new(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc);
    static readonly Guid Code = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    static readonly (AsText Text, AsTypes Value, string[] Differs)[] Cases =
    [
        (new() { Price = "7.5", At = "2024-02-29 23:59:59", Weight = "0.1", Paid = "true", Code = "0f8fad5b-d9cb-469f-a165-70867728950e" }, Value(7.5m, At, 0.1, true), []),
        (new() { Price = "+07.500", At = "2024-02-29T23:59:59.000Z", Weight = "1e-1", Paid = "T", Code = "0F8FAD5B-D9CB-469F-A165-70867728950E" }, Value(7.5m, At, 0.1, true), []),
        (new() { Price = "-0.25", At = "2024-03-01 01:59:59+02", Weight = "-12345678.125", Paid = "0", Code = "{0f8fad5b-d9cb-469f-a165-70867728950e}" }, Value(-0.25m, At, -12345678.125, false), []),
        (new() { Price = "7.51", At = "2024-02-29 23:59:58", Weight = "0.1000000001", Paid = "false", Code = "1f8fad5b-d9cb-469f-a165-70867728950e" }, Value(7.5m, At, 0.1, true), ["price", "at", "weight", "paid", "code"]),
        (new() { Price = "n/a", At = "yesterday", Weight = "-", Paid = "maybe", Code = "?" }, Value(7.5m, At, 0.1, true), ["price", "at", "weight", "paid", "code"]),
        (new() { Price = "7.500000000000000000000000000001", At = "2024-02-29 23:59:59.0000001", Weight = "0.1", Paid = "1", Code = null }, Value(7.5m, At, 0.1, true), ["price", "at", "code"]),
        (new() { Price = null, At = null, Weight = null, Paid = null, Code = null }, new(), []),
        (new() { Price = "", At = null, Weight = null, Paid = null, Code = null }, new(), ["price"]),
        (new() { Price = "1000000", At = "1969-12-31 23:59:59.5", Weight = "3", Paid = "f", Code = "0f8fad5b-d9cb-469f-a165-70867728950e" },
            new() { Price = 1_000_000m, At = new DateTime(1969, 12, 31, 23, 59, 59, 500, DateTimeKind.Utc), Weight = 3, Paid = false, Code = Code }, []),
    ];

    public static IReadOnlyList<AsText> Texts { get; } = [.. Cases.Select((c, i) => { c.Text.Id = i; return c.Text; })];

    public static IReadOnlyList<AsTypes> Values { get; } = [.. Cases.Select((c, i) => { c.Value.Id = i; return c.Value; })];

    /// <summary>The rows that differ, each by its columns.</summary>
    public static string Expected { get; } = string.Join("; ", Cases.Select((c, i) => (c.Differs, i)).Where(c => c.Differs.Length > 0).Select(c => $"{c.i}: {string.Join(", ", c.Differs)}"));

    public static ComparedSide Side<T>(Workspace workspace, LinqToDB.ITable<T> table) where T : class => ComparedSide.Of(workspace.Connection, table, TableShape.Of<T>(workspace.Connection.MappingSchema), table.TableName);

    /// <summary>The same of an answer.</summary>
    public static string Found(TableComparison compared) =>
        string.Join("; ", compared.Examples.OrderBy(e => (long)e.Left![0]!).Select(e => $"{e.Left![0]}: {string.Join(", ", compared.Columns.Where((_, i) => e.Differs[i]).Select(c => c.Name))}"));

    static AsTypes Value(decimal price, DateTime at, double weight, bool paid) => new() { Price = price, At = at, Weight = weight, Paid = paid, Code = Code };
}
