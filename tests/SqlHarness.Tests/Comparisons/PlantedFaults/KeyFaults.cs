namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Faults of the key: NULL in it, and keys that others take for one.</summary>
static class KeyFaults
{
    static readonly IReadOnlyList<string> TextKey = [nameof(OrderLine.Customer), nameof(OrderLine.Region), .. Fault.TableKey];

    public static IEnumerable<Fault> All =>
    [
        Sides("a row without a key added", null, l => l with { OrderId = null }),
        Sides("a row without a key dropped", l => l with { OrderId = null }, null),
        Sides("a row without any part of the key dropped", l => l with { OrderId = null, LineId = null }, null),
        Changed("a row without a key changed", l => l with { OrderId = null }),
        Changed("a row without any part of the key changed", l => l with { OrderId = null, LineId = null }),
        Sides("0 for a key that is NULL", l => l with { OrderId = null }, l => l with { OrderId = 0 }),
        Sides("the other part of the key is NULL", l => l with { OrderId = null, LineId = 7 }, l => l with { OrderId = 7, LineId = null }),
        Sides("numbers that read alike, 1 and 11 for 11 and 1", l => l with { OrderId = 1, LineId = 11 }, l => l with { OrderId = 11, LineId = 1 }),
        Sides("the parts of the key exchanged", l => l with { OrderId = 2, LineId = 3 }, l => l with { OrderId = 3, LineId = 2 }),
        Sides("keys beyond 2^53", l => l with { OrderId = 9_007_199_254_740_992 }, l => l with { OrderId = 9_007_199_254_740_993 }),
        Texts("texts that read alike, a and bc for ab and c", ("a", "bc"), ("ab", "c")),
        Texts("a separator in a key", ("a|b", "c"), ("a", "b|c")),
        Texts("a comma in a key", ("a,b", "c"), ("a", "b,c")),
        Texts("the empty text for a key that is NULL", (null, "x"), ("", "x")),
        Texts("a word for a key that is NULL", (null, "x"), ("<null>", "x")),
        Texts("a key in upper case", ("ada", "x"), ("Ada", "x")),
        Texts("a space behind a key", ("ada", "x"), ("ada ", "x")),
        Texts("an accent in a key", ("José", "x"), ("Jose", "x")),
    ];

    static OrderLine New(Random random) => OrderLines.Of(1, random)[0] with { OrderId = 7, LineId = 7 };

    static Fault Sides(string name, Func<OrderLine, OrderLine>? left, Func<OrderLine, OrderLine>? right) => new(name, (rows, random) =>
    {
        var row = New(random);
        IReadOnlyList<OrderLine> lefts = left is null ? [] : [left(row)], rights = right is null ? [] : [right(row)];
        return new([.. rows, .. lefts], [.. rows, .. rights]) { Removed = [.. lefts.Select(r => r.Key)], Added = [.. rights.Select(r => r.Key)] };
    });

    static Fault Changed(string name, Func<OrderLine, OrderLine> row) => new(name, (rows, random) =>
    {
        var one = row(New(random)) with { Comment = "old" };
        return new([.. rows, one], [.. rows, one with { Comment = "new" }]) { Modified = new Dictionary<LineKey, IReadOnlyList<string>> { [one.Key] = [nameof(OrderLine.Comment)] } };
    });

    static Fault Texts(string name, (string? Customer, string? Region) left, (string? Customer, string? Region) right) =>
        Sides(name, l => l with { Customer = left.Customer, Region = left.Region }, l => l with { Customer = right.Customer, Region = right.Region }) with { Key = TextKey };
}
