using System.Runtime.CompilerServices;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Testing.Cases;

namespace SqlHarness.Tests.Testing.Reports;

/// <summary>What is printed is what stands in the test's own source: that it compiles is proven by the test being there.</summary>
public class CSharpTextTests
{
    [Fact]
    public void A_positional_record_is_printed_by_its_constructor()
    {
        Printed<Price>(new("a 'b'", 1.00m, new(2025, 1, 1, 9, 0, 0, 0, 1, DateTimeKind.Utc), null));
        Printed<Mixed>(new(-7) { Rest = "x" });
    }

    [Fact]
    public void A_record_with_required_properties_is_printed_by_its_initialisers() =>
        Printed<Refund>(new() { OrderId = -1, Line = -3, Amount = 0.0001m, Share = -0.5d, RefundedAt = new(2025, 1, 31, 23, 50, 0, DateTimeKind.Utc) });

    [Fact]
    public void A_class_is_printed_without_its_associations() =>
        Printed<Order>(new() { Id = 1000000000000, Status = "\"\\é\ud83d\ude00", Amount = -100.01m, IsGift = true, Token = new Guid("00ff0000-0000-0000-0000-000000000000") });

    [Fact]
    public void A_null_is_printed_where_it_is_not_the_default() => Printed<Defaults>(new() { Note = null });

    [Fact]
    public void An_enum_is_printed_by_its_number() => CSharpText.Value(Sign.Minus).ShouldBe("(SqlHarness.Tests.Testing.Reports.CSharpTextTests.Sign)(-1)");

    static void Printed<T>(T row, [CallerArgumentExpression(nameof(row))] string source = "") where T : class => CSharpText.Row(row).ShouldBe(source);

    enum Sign { Minus = -1 }

    sealed record Mixed(int Number)
    {
        public string? Rest { get; init; }
    }

    sealed record Defaults
    {
        public string? Note { get; init; } = "none";
    }
}
