using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Repairs;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Engines.Repairs;

/// <summary>A repair that is run makes the tables identical: on SQLite and DuckDB, in both forms.</summary>
public sealed class RepairTests : IDisposable
{
    [Table("old")]
    public sealed class OldLine
    {
        [Column("order_id")] public long? Order { get; set; }
        [Column("line")] public int Number { get; set; }
        [Column("text")] public string? Text { get; set; }
        [Column("price", Precision = 18, Scale = 2)] public decimal? Price { get; set; }
        [Column("weight")] public double? Weight { get; set; }
        [Column("at")] public DateTime? At { get; set; }
        [Column("paid")] public bool? IsPaid { get; set; }
        [Column("code")] public Guid? Code { get; set; }
    }

    // Another name, another order of columns, and a word that is reserved.
    [Table("new's \"table\"")]
    public sealed class NewLine
    {
        [Column("paid")] public bool? IsPaid { get; set; }
        [Column("select")] public string? Text { get; set; }
        [Column("order_id")] public long? Order { get; set; }
        [Column("line")] public int Number { get; set; }
        [Column("price", Precision = 18, Scale = 2)] public decimal? Price { get; set; }
        [Column("weight")] public double? Weight { get; set; }
        [Column("at")] public DateTime? At { get; set; }
        [Column("code")] public Guid? Code { get; set; }
    }

    static readonly Dictionary<string, string> Renames = new() { ["text"] = "select" };

    readonly Dictionary<Dialect, Workspace> _workspaces = new() { [Dialect.Sqlite] = Engine.Sqlite().Open(), [Dialect.DuckDb] = Engine.DuckDb().Open() };

    public void Dispose()
    {
        foreach (var workspace in _workspaces.Values)
            workspace.Dispose();
    }

    [Property(MaxTest = 20)]
    public Property Tables_of_one_database_are_identical_behind_the_repair() => Prop.ForAll(Cases(), c => AssertRepaired(c.Left, c.Right, c.Key, inOne: true));

    [Property(MaxTest = 20)]
    public Property Tables_of_two_databases_are_identical_behind_the_repair() => Prop.ForAll(Cases(), c => AssertRepaired(c.Left, c.Right, c.Key, inOne: false));

    [Fact]
    public void What_is_not_in_the_repair_is_said()
    {
        var text = Repair.OfRows(Dialect.Sqlite, "t", [new(new("id", typeof(long)), new("id", typeof(long)), ComparedAs.WholeNumber)], [0], new(5, 0, 1200, 3, 0, []), [new(RowChange.Removed, [7L], null, [false])]);
        text.ShouldContain("-- 1,202 rows that differ are not in here: this is not the whole repair.\n");
        text.ShouldContain("INSERT INTO t (id) VALUES\n(7);\nCOMMIT;");
    }

    [Fact]
    public void Where_nothing_differs_nothing_is_done() =>
        Repair.OfRows(Dialect.DuckDb, "t", [new(new("id", typeof(long)), new("id", typeof(long)), ComparedAs.WholeNumber)], [0], new(5, 0, 0, 0, 0, []), []).ShouldBe("-- Nothing differs.\n");

    [Fact]
    public void A_value_without_a_literal_is_refused_with_its_column() =>
        Should.Throw<DialectException>(() => Repair.OfRows(Dialect.BigQuery, "t", [new(new("b", typeof(byte[])), new("b", typeof(byte[])), ComparedAs.Bytes)], [], new(0, 0, 0, 1, 0, []), [new(RowChange.Removed, [new byte[] { 1 }], null, [false])]))
            .Message.ShouldBe("A value of column b has no literal in BigQuery.");

    void AssertRepaired(List<OldLine> left, List<OldLine> right, string[] key, bool inOne)
    {
        foreach (var (dialect, workspace) in _workspaces)
        {
            var (l, r) = (workspace.Load(left), workspace.Load(right.Select(Renamed)));
            try
            {
                var before = Compared(workspace, l, r, key);
                var columns = before.Columns.Select(c => c.Column).ToList();
                List<int> places = [.. key.Select(k => columns.FindIndex(c => c.Name == k))];
                var sql = inOne ? Repair.OfTables(dialect, "old", "new's \"table\"", columns, places, before.Rows.NonUniqueKeys == 0) : Repair.OfRows(dialect, "new's \"table\"", columns, places, before.Rows, before.Examples);
                foreach (var statement in sql.Split(";\n").Where(s => s.Split('\n').Any(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal))))
                    workspace.Connection.Execute(statement);
                var after = Compared(workspace, l, r, key);
                after.Verdict.ShouldBe(Verdict.Identical, $"{dialect} {string.Join(",", key)} {string.Join("; ", after.Examples.Select(e => $"{e.Change} {Text(e)}"))}\n{sql}");
                after.Rows.Identical.ShouldBe(left.Count);
            }
            finally
            {
                l.Drop();
                r.Drop();
            }
        }
    }

    static string Text(DifferingRow row) => string.Join("|", row.Cells.Select(CellText.Of));

    static TableComparison Compared(Workspace workspace, ITable<OldLine> left, ITable<NewLine> right, string[] key) => Comparison.OfAsync(
        ComparedSide.Of(workspace.Connection, TableShape.Of<OldLine>(workspace.Connection.MappingSchema)), ComparedSide.Of(workspace.Connection, TableShape.Of<NewLine>(workspace.Connection.MappingSchema)),
        new() { Key = key, Renames = Renames, Examples = 1000 }, cancellationToken: TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    static NewLine Renamed(OldLine old) => new() { Order = old.Order, Number = old.Number, Text = old.Text, Price = old.Price, Weight = old.Weight, At = old.At, IsPaid = old.IsPaid, Code = old.Code };

    static Arbitrary<(List<OldLine> Left, List<OldLine> Right, string[] Key)> Cases() =>
        (from left in Gen.ListOf(Lines)
         from other in Gen.ListOf(Lines)
         from isNear in Gen.Elements(true, true, false)
         from key in Gen.Elements<string[]>([], ["order_id"], ["order_id", "line"], ["order_id", "line"], ["text", "line"], ["order_id", "line", "text", "price", "weight", "at", "paid", "code"])
         from isUnique in Gen.Elements(true, false)
         let right = isNear ? left.Skip(1).Concat(other.Take(3)).ToList() : other.ToList()
         select isUnique ? (Unique(left), Unique(right), key.Length == 0 ? ["order_id", "line"] : key) : (left.ToList(), right, key)).ToArbitrary();

    static List<OldLine> Unique(IEnumerable<OldLine> lines) => [.. lines.DistinctBy(l => (l.Order, l.Number))];

    static Gen<OldLine> Lines { get; } =
        from order in Gen.Elements<long?>(1, 2, 3, null)
        from number in Gen.Choose(1, 4)
        from text in Gen.Elements("a", " a", "A", "it's", "line\nbreak; --", "", null)
        from price in Gen.Elements<decimal?>(1m, 1.01m, -12345.67m, null)
        from weight in Gen.Elements<double?>(0, 0.3, 0.1 + 0.2, 1e20, -1.5e-300, null)
        from at in Gen.Elements<DateTime?>(new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc), new DateTime(1969, 12, 31, 23, 59, 59, DateTimeKind.Utc).AddMicroseconds(999_999), null)
        from paid in Gen.Elements<bool?>(true, false, null)
        from code in Gen.Elements<Guid?>(Guid.Empty, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), null)
        select new OldLine { Order = order, Number = number, Text = text, Price = price, Weight = weight, At = at, IsPaid = paid, Code = code };
}
