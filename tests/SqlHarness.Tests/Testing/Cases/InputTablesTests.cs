using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Cases;

public class InputTablesTests
{
    [Fact]
    public void Columns_are_as_the_mapping_says()
    {
        var order = Shop.Tables.Tables[0];
        order.Columns.Select(c => c.Name).ShouldBe(["order_id", "customer", "status", "note", "amount", "is_gift", "token", "paid_at"]);
        order.Columns.Where(c => c.IsNullable).Select(c => c.Member).ShouldBe(["Customer", "Note", "Token", "PaidAt"]);
        order.Columns[2].Length.ShouldBe(8);
        (order.Columns[4].Precision, order.Columns[4].Scale).ShouldBe((14, 2));
        Shop.Tables.Tables[1].Key.Select(k => Shop.Tables.Tables[1].Columns[k].Member).ShouldBe(["OrderId", "Line"]);
        Shop.Tables.Tables[2].Key.ShouldBeEmpty();
    }

    [Fact]
    public void Foreign_keys_are_read_once_though_both_sides_declare_them() =>
        Shop.Tables.ForeignKeys.Select(k => (k.Child, k.ChildColumns[0], k.Parent, k.ParentColumns[0])).ShouldBe([(1, 0, 0, 0), (1, 5, 0, 0)], ignoreOrder: true);

    [Fact]
    public void Rows_are_made_and_taken_apart_for_classes_records_and_positional_records()
    {
        var rows = new InputCase(
        [
            [new Order { Id = 1, Status = "a", PaidAt = DateTime.UnixEpoch }], [new Refund { OrderId = 1, Line = 2, RefundedAt = DateTime.UnixEpoch }],
            [new Price("a", 1m, DateTime.UnixEpoch, null)],
        ]);
        var again = Shop.Tables.Rows(Shop.Tables.Cells(rows));
        again.Tables[1].ShouldBe(rows.Tables[1]);
        again.Tables[2].ShouldBe(rows.Tables[2]);
        again.Of<Order>()[0].Status.ShouldBe("a");
        again.Of<Order>()[0].PaidAt.ShouldBe(DateTime.UnixEpoch);
    }

    [Theory]
    [MemberData(nameof(EmbeddedEngines.Names), MemberType = typeof(EmbeddedEngines))]
    public void Every_type_that_engines_hold_is_generated_and_loads(string engine)
    {
        var cases = CaseGenerator.Generate(InputTables.Of(Shop.Mapping, [typeof(Sample), typeof(Coloured)]), [], new(60, 4));
        using var workspace = EmbeddedEngines.Named(engine).Open();
        Shop.Load<Sample>(workspace, cases, 0).ShouldBe(cases.Sum(c => c.Tables[0].Count));
        Shop.Load<Coloured>(workspace, cases, 1).ShouldBe(cases.Sum(c => c.Tables[1].Count));
        cases.SelectMany(c => c.Of<Coloured>(1)).Select(c => c.Colour).Distinct().Count().ShouldBe(3);
        cases.SelectMany(c => c.Of<Sample>()).Select(s => s.Real).Distinct().ShouldAllBe(r => r * 4 == Math.Truncate(r * 4));
    }

    [Fact]
    public void A_table_that_refers_to_itself_has_roots_and_branches()
    {
        var cases = CaseGenerator.Generate(InputTables.Of(Shop.Mapping, [typeof(Node)]), [], new(200, 4));
        cases.ShouldAllBe(c => c.Of<Node>().All(n => n.ParentId == null || c.Of<Node>().Any(p => p.Id == n.ParentId)));
        cases.Count(c => c.Of<Node>().Any(n => n.ParentId != null) && c.Of<Node>().Any(n => n.ParentId == null)).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Tables_that_refer_to_each_other_are_filled_unless_neither_may_be_null()
    {
        var cases = CaseGenerator.Generate(InputTables.Of(Shop.Mapping, [typeof(Team), typeof(Member)]), [], new(200, 4));
        cases.Count(c => c.Of<Team>().Any(t => t.LeadId != null && c.Of<Member>(1).Any(m => m.Id == t.LeadId))).ShouldBeGreaterThan(60);
        Should.Throw<ArgumentException>(() => CaseGenerator.Generate(InputTables.Of(Shop.Mapping, [typeof(Team), typeof(Member)], CaseRules.None.Matches((Team t) => t.LeadName, (Member m) => m.Name)), [], new(1, 1)))
            .Message.ShouldBe("Member and Team refer to each other and neither may be NULL, so that no row can be the first.");
    }

    [Fact]
    public void Two_tables_of_one_type_have_rows_of_their_own()
    {
        var cases = CaseGenerator.Generate(InputTables.Of(Shop.Mapping, [typeof(Order), typeof(Order)]), [], new(50, 4));
        cases.Count(c => !c.Of<Order>().Select(o => o.Id).Order().SequenceEqual(c.Of<Order>(1).Select(o => o.Id).Order())).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_type_without_known_values_is_refused_until_they_are_stated()
    {
        Should.Throw<ArgumentException>(() => CaseGenerator.Generate(InputTables.Of(Shop.Mapping, [typeof(Blob)]), [], new(1, 1)))
            .Message.ShouldBe("No values are known for Blob.Bytes of type Byte[]; state them: .Column((Blob r) => r.Bytes, gen).");
        Should.Throw<ArgumentException>(() => InputTables.Of(Shop.Mapping, [typeof(Sealed)])).Message.ShouldBe("Sealed.Id can be set neither by a setter nor by a constructor's parameter of its name.");
    }

    enum Colour { Red, Green, Blue }

    [Table("coloured")]
    sealed record Coloured([property: Column] string Id, [property: Column, ValueConverter(ConverterType = typeof(ColourConverter))] Colour Colour);

    sealed class ColourConverter() : ValueConverter<Colour, string>(c => c.ToString(), s => Enum.Parse<Colour>(s), false);

    [Table("nodes")]
    sealed record Node([property: Column, PrimaryKey] int Id, [property: Column] int? ParentId)
    {
        [Association(ThisKey = nameof(ParentId), OtherKey = nameof(Id))] public Node? Parent { get; init; }
    }

    [Table("teams")]
    sealed record Team([property: Column, PrimaryKey] int Id, [property: Column] int? LeadId, [property: Column] string LeadName)
    {
        [Association(ThisKey = nameof(LeadId), OtherKey = nameof(Member.Id))] public Member? Lead { get; init; }
    }

    [Table("members")]
    sealed record Member([property: Column, PrimaryKey] int Id, [property: Column] int TeamId, [property: Column] string Name)
    {
        [Association(ThisKey = nameof(TeamId), OtherKey = nameof(Team.Id))] public Team? Team { get; init; }
    }

    [Table("blobs")]
    sealed record Blob([property: Column] byte[] Bytes);

    [Table("sealed")]
    sealed class Sealed
    {
        [Column] public int Id { get; }
    }
}
