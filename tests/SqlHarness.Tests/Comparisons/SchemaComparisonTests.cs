using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>What two sides' columns have in common, and what that means for their rows.</summary>
public class SchemaComparisonTests
{
    static readonly Type[] Types = [typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(bool), typeof(DateTime), typeof(DateOnly), typeof(TimeSpan), typeof(string), typeof(Guid), typeof(byte[])];

    static readonly ComparedTable Orders = new("old", [new("order_id", typeof(long), IsNullable: false), new("quantity", typeof(int)), new("total", typeof(decimal), DatabaseType: "DECIMAL(18,2)"), new("ordered_at", typeof(DateTime))]);

    [Fact]
    public void Equal_columns_do_not_differ_in_whatever_order()
    {
        var same = SchemaComparison.Of(Orders, new("new", [.. Orders.Columns.Reverse()]));
        same.Differences.ShouldBeEmpty();
        same.Columns.Select(c => c.Name).ShouldBe(["order_id", "quantity", "total", "ordered_at"]);
    }

    [Fact]
    public void Each_change_says_what_it_means()
    {
        var changed = SchemaComparison.Of(Orders, new("new",
        [
            new("ORDER_ID", typeof(long), IsNullable: true), new("qty", typeof(int)), new("total", typeof(decimal), DatabaseType: "DECIMAL(18, 4)"), new("ordered_at", typeof(string)), new("loaded_at", typeof(DateTime)),
        ]));
        changed.Differences.ShouldBe(
        [
            new(SchemaChange.Renamed, "order_id", "order_id", "ORDER_ID", "Compared under its two names."),
            new(SchemaChange.Nullability, "order_id", "NOT NULL", "NULL", "The right side may hold NULL where the left one cannot; a NULL there is a difference."),
            new(SchemaChange.Missing, "quantity", "int", null, "new has no such column; its values are not compared."),
            new(SchemaChange.Type, "total", "DECIMAL(18,2)", "DECIMAL(18, 4)", "Compared by value, as decimals."),
            new(SchemaChange.Type, "ordered_at", "DateTime", "string", "Compared by value, as DateTime, which each text is read as."),
            new(SchemaChange.Added, "qty", null, "int", "old has no such column; its values are not compared."),
            new(SchemaChange.Added, "loaded_at", null, "DateTime", "old has no such column; its values are not compared."),
        ]);
        changed.Columns.Select(c => (c.Name, c.As)).ShouldBe([("order_id", ComparedAs.WholeNumber), ("total", ComparedAs.DecimalNumber), ("ordered_at", ComparedAs.Text)]);
    }

    [Fact]
    public void A_column_under_another_name_is_suggested_and_compared_when_it_is_stated()
    {
        ComparedTable right = new("new", [new("order_id", typeof(long), IsNullable: false), new("order_quantity", typeof(int)), new("total", typeof(decimal), DatabaseType: "DECIMAL(18,2)"), new("ordered_at", typeof(DateTime))]);
        var suggested = SchemaComparison.Of(Orders, right);
        suggested.Differences.Select(d => (d.Change, d.Column, d.Suggested)).ShouldBe([(SchemaChange.Missing, "quantity", "order_quantity"), (SchemaChange.Added, "order_quantity", "quantity")]);
        suggested.Differences[0].Meaning.ShouldBe("new has no such column; its values are not compared. It may be order_quantity there.");

        var stated = SchemaComparison.Of(Orders, right, renames: new Dictionary<string, string> { ["quantity"] = "ORDER_quantity" });
        stated.Differences.Select(d => (d.Change, d.Left, d.Right)).ShouldBe([(SchemaChange.Renamed, "quantity", "order_quantity")]);
        stated.Columns.Count.ShouldBe(4);
    }

    [Fact]
    public void What_is_ignored_is_said()
    {
        var ignoring = SchemaComparison.Of(Orders, new("new", [.. Orders.Columns.Skip(1), new("loaded_at", typeof(DateTime))]), ignored: ["TOTAL", "loaded_at", "order_id"]);
        ignoring.Ignored.ShouldBe(["total", "order_id", "loaded_at"]);
        ignoring.Differences.ShouldBeEmpty();
        ignoring.Columns.Select(c => c.Name).ShouldBe(["quantity", "ordered_at"]);
    }

    [Theory]
    [InlineData("quantiti", "quantity", "", "old has no column quantiti; did you mean quantity? It has order_id, quantity, total, ordered_at.")]
    [InlineData("quantity", "sum", "", "new has no column sum. It has order_id, quantity, total, ordered_at.")]
    [InlineData("", "", "totl", "Neither old nor new has a column totl to ignore; did you mean total?")]
    [InlineData("", "", "order_id,quantity,total,ordered_at", "old and new have no column in common to compare: old has order_id, quantity, total, ordered_at; new has order_id, quantity, total, ordered_at.")]
    public void What_cannot_be_meant_is_one_sentence(string from, string to, string ignored, string sentence)
    {
        var renames = new Dictionary<string, string>();
        if (from.Length > 0)
            renames[from] = to;
        Should.Throw<Exception>(() => SchemaComparison.Of(Orders, Orders with { Said = "new" }, renames, ignored.Split(',', StringSplitOptions.RemoveEmptyEntries))).Message.ShouldBe(sentence);
    }

    [Fact]
    public void Two_columns_cannot_be_one() => Should.Throw<ComparisonException>(() => SchemaComparison.Of(Orders, Orders with { Said = "new" }, new Dictionary<string, string> { ["quantity"] = "total", ["order_id"] = "total" }))
        .Message.ShouldBe("Column total is renamed twice.");

    [Fact]
    public void Types_without_anything_in_common_are_refused_by_name()
    {
        ComparedTable left = new("old", [new("at", typeof(DateTime), DatabaseType: "TIMESTAMP")]), right = new("new", [new("at", typeof(long), DatabaseType: "BIGINT")]);
        Should.Throw<ComparisonException>(() => SchemaComparison.Of(left, right)).Message
            .ShouldBe("Column at is TIMESTAMP in old and BIGINT in new, which cannot be compared; ignore it, or cast it in a query.");
        ComparedTable nested = new("old", [new("tags", typeof(List<string>), DatabaseType: "VARCHAR[]")]);
        Should.Throw<ComparisonException>(() => SchemaComparison.Of(nested, nested with { Said = "new" })).Message.ShouldContain("VARCHAR[] in old and VARCHAR[] in new");
    }

    [Fact]
    public void What_two_types_are_compared_as_is_the_same_from_either_side()
    {
        foreach (var one in Types)
        {
            Comparability.Of(one, one).ShouldBe(Comparability.Of(one));
            foreach (var other in Types)
                Comparability.Of(one, other).ShouldBe(Comparability.Of(other, one), $"{one.Name} {other.Name}");
        }

        Types.SelectMany(o => Types.Select(t => (One: o, Other: t, As: Comparability.Of(o, t)))).Where(p => p.As is not null && p.One != p.Other && p.As != ComparedAs.Text).Select(p => $"{p.One.Name} {p.Other.Name} {p.As}")
            .Where(t => string.CompareOrdinal(t.Split(' ')[0], t.Split(' ')[1]) < 0).Order(StringComparer.Ordinal).ShouldBe(
            [
                "Boolean Int32 WholeNumber", "Boolean Int64 WholeNumber", "DateOnly DateTime Time", "Decimal Double FloatingPoint", "Decimal Int32 DecimalNumber", "Decimal Int64 DecimalNumber",
                "Double Int32 FloatingPoint", "Double Int64 FloatingPoint", "Int32 Int64 WholeNumber",
            ]);
        Comparability.Of(typeof(long?), typeof(Int128)).ShouldBe(ComparedAs.WholeNumber);
        Comparability.Of(typeof(DayOfWeek)).ShouldBeNull();
    }

    /// <summary>From the other side, what was missing is added, and nothing else changes places or comes or goes.</summary>
    [Property(MaxTest = 500)]
    public Property The_other_way_round_missing_is_added()
    {
        var column = from name in Gen.Elements("id", "amount", "amounts", "Amount", "total", "note") from type in Gen.Elements(typeof(int), typeof(long), typeof(string)) from nullable in Gen.Elements(true, false) select new ColumnType(name, type, nullable);
        var table = from columns in Gen.ListOf(column) select new ComparedTable("side", [new("key", typeof(long)), .. columns.DistinctBy(c => c.Name.ToUpperInvariant())]);
        return Prop.ForAll((from l in table from r in table select (l, r)).ToArbitrary(), sides =>
        {
            var (there, back) = (SchemaComparison.Of(sides.l, sides.r), SchemaComparison.Of(sides.r, sides.l));
            there.Columns.Select(c => (c.Left, c.Right, c.As)).OrderBy(c => c.Left.Name, StringComparer.Ordinal).ShouldBe(back.Columns.Select(c => (c.Right, c.Left, c.As)).OrderBy(c => c.Item1.Name, StringComparer.Ordinal));
            Of(there, SchemaChange.Missing).ShouldBe(Of(back, SchemaChange.Added), ignoreOrder: true);
            Of(there, SchemaChange.Added).ShouldBe(Of(back, SchemaChange.Missing), ignoreOrder: true);
            foreach (var change in new[] { SchemaChange.Renamed, SchemaChange.Type, SchemaChange.Nullability })
                there.Differences.Count(d => d.Change == change).ShouldBe(back.Differences.Count(d => d.Change == change));
            // No column is lost.
            (there.Columns.Count + Of(there, SchemaChange.Missing).Count).ShouldBe(sides.l.Columns.Count);
            (there.Columns.Count + Of(there, SchemaChange.Added).Count).ShouldBe(sides.r.Columns.Count);
        });

        static List<string> Of(SchemaComparison comparison, SchemaChange change) => [.. comparison.Differences.Where(d => d.Change == change).Select(d => d.Column)];
    }

    [Fact]
    public void A_typed_side_has_the_columns_of_its_mapping() =>
        ComparedTable.Of(TableShape.Of<Line>(MappingSchema.Default)).Columns.Select(c => (c.Name, c.Type, c.IsNullable)).ShouldBe([("line_id", typeof(long), false), ("price", typeof(decimal), true)]);

    [Table("lines")]
    sealed record Line
    {
        [Column("line_id"), PrimaryKey] public long Id { get; init; }
        [Column("price")] public decimal? Price { get; init; }
    }
}
