namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Faults within a row: a value that became another.</summary>
static class CellFaults
{
    static readonly DateTime Noon = new(2024, 3, 31, 12, 0, 0, DateTimeKind.Utc);
    static readonly string Long = string.Concat(Enumerable.Repeat("0123456789", 31));

    public static IEnumerable<Fault> All => [.. Texts(), .. Numbers(), .. Others()];

    static IEnumerable<Fault> Texts() =>
    [
        Text("NULL became the empty text", null, ""),
        Text("the empty text became NULL", "", null),
        Text("a space at the end", "north", "north "),
        Text("a space in front", "north", " north"),
        Text("a tab at the end", "north", "north\t"),
        Text("a no-break space for a space", "a b", "a\u00a0b"),
        Text("nothing but spaces for the empty text", "", "  "),
        Text("upper case", "north", "North"),
        Text("upper case beyond ASCII", "ärger", "Ärger"),
        Text("an accent lost", "José", "Jose"),
        Text("another Unicode form of one letter", "é", "e\u0301"),
        Text("ß became ss", "Straße", "Strasse"),
        Text("an emoji became another", "😀", "😁"),
        Text("a letter beyond the basic plane", "𝒜", "𝒝"),
        Text("an invisible letter", "north", "no\u200brth"),
        Text("a control character", "north", "nor\u0001th"),
        Text("another line break", "a\nb", "a\r\nb"),
        Text("another text behind 300 letters", Long + "a", Long + "b"),
        Text("cut after 255 letters", Long, Long[..255]),
        Text("a separator moved", "a|b", "a||b"),
        Text("NULL became a word for it", null, "<null>"),
        Text("NULL became another word for it", null, "DEFAULT_REPLACEMENT_STRING"),
        Text("a text became NULL", "north", null),
    ];

    static IEnumerable<Fault> Numbers() =>
    [
        Amount("rounded to one decimal", 12.34m, 12.30m),
        Amount("rounded to whole numbers", 12.34m, 12m),
        Amount("cut, not rounded", 19.99m, 19.90m),
        Amount("the other sign", 12.34m, -12.34m),
        Amount("a hundred times as much", 12.34m, 1234m),
        Amount("a cent", 0.01m, 0m),
        Amount("a cent more than single precision holds", 16777217.01m, 16777217.02m),
        Amount("NULL became 0", null, 0m),
        Amount("0 became NULL", 0m, null),
        Amount("a number became NULL", 12.34m, null),
        Fault.Cell("a difference in the fourth decimal", [nameof(OrderLine.UnitCost)], l => l with { UnitCost = 1.0001m }, l => l with { UnitCost = 1.0002m }),
        Fault.Cell("the last of eighteen digits", [nameof(OrderLine.UnitCost)], l => l with { UnitCost = 123456789012.345678m }, l => l with { UnitCost = 123456789012.345679m }),
        Quantity("one more beyond 2^53", 9_007_199_254_740_992, 9_007_199_254_740_993),
        Quantity("one less than the greatest number", long.MaxValue, long.MaxValue - 1),
        Quantity("one more than the least number", long.MinValue, long.MinValue + 1),
        Quantity("one more, negative", -5, -4),
        Weight("the last bit of a double", 0.3, 0.1 + 0.2),
        Weight("a number near zero", 0, 5e-324),
        Weight("a double became NULL", 1.5, null),
        Weight("NULL became a double of 0", null, 0),
        Weight("NaN for a number", 1.5, double.NaN) with { NotOn = NoNan },
        Weight("a number for NaN", double.NaN, 0) with { NotOn = NoNan },
        Weight("NULL for NaN", double.NaN, null) with { NotOn = NoNan },
        Weight("an infinity for the greatest number", double.MaxValue, double.PositiveInfinity) with { NotOn = NoInfinity },
        Weight("the other infinity", double.NegativeInfinity, double.PositiveInfinity) with { NotOn = NoInfinity },
    ];

    static IEnumerable<Fault> Others() =>
    [
        Time("an hour later", Noon, Noon.AddHours(1)),
        Time("a day later", Noon, Noon.AddDays(1)),
        Time("a microsecond later", Noon, Noon.AddMicroseconds(1)),
        Time("a microsecond earlier before 1970", DateTime.UnixEpoch.AddMicroseconds(-1), DateTime.UnixEpoch.AddMicroseconds(-2)),
        Time("cut to the second", Noon.AddMilliseconds(999), Noon),
        Time("cut to the day", Noon, Noon.Date),
        Time("a time became NULL", Noon, null),
        Time("NULL became 1970", null, DateTime.UnixEpoch),
        Fault.Cell("false became true", [nameof(OrderLine.IsPaid)], l => l with { IsPaid = false }, l => l with { IsPaid = true }),
        Fault.Cell("NULL became false", [nameof(OrderLine.IsPaid)], l => l with { IsPaid = null }, l => l with { IsPaid = false }),
        Fault.Cell("true became NULL", [nameof(OrderLine.IsPaid)], l => l with { IsPaid = true }, l => l with { IsPaid = null }),
        Fault.Cell("two times of a row exchanged", [nameof(OrderLine.ShippedAt), nameof(OrderLine.LoadedAt)],
            l => l with { ShippedAt = Noon, LoadedAt = Noon.AddHours(3) }, l => l with { ShippedAt = l.LoadedAt, LoadedAt = l.ShippedAt }),
        Fault.Cell("two texts of a row exchanged", [nameof(OrderLine.Customer), nameof(OrderLine.Comment)], l => l with { Customer = "Ada", Comment = "Bo" }, l => l with { Customer = "Bo", Comment = "Ada" }),
        Fault.Cell("a text and NULL of a row exchanged", [nameof(OrderLine.Customer), nameof(OrderLine.Comment)], l => l with { Customer = "Ada", Comment = null }, l => l with { Customer = null, Comment = "Ada" }),
        Fault.Cell("a letter moved to the next column", [nameof(OrderLine.Customer), nameof(OrderLine.Region)], l => l with { Customer = "a", Region = "bc" }, l => l with { Customer = "ab", Region = "c" }),
        Fault.Cell("a column that was not loaded", [nameof(OrderLine.Amount), nameof(OrderLine.Weight)], l => l with { Amount = 12.34m, Weight = 0.25 }, l => l with { Amount = null, Weight = null }),
    ];

    /// <summary>SQLite makes NaN NULL, and is not given it.</summary>
    static readonly IReadOnlyList<string> NoNan = ["sqlite", "mariadb"];

    static readonly IReadOnlyList<string> NoInfinity = ["mariadb"];

    static Fault Text(string name, string? left, string? right) => Fault.Cell(name, [nameof(OrderLine.Comment)], l => l with { Comment = left }, l => l with { Comment = right });

    static Fault Amount(string name, decimal? left, decimal? right) => Fault.Cell(name, [nameof(OrderLine.Amount)], l => l with { Amount = left }, l => l with { Amount = right });

    static Fault Quantity(string name, long? left, long? right) => Fault.Cell(name, [nameof(OrderLine.Quantity)], l => l with { Quantity = left }, l => l with { Quantity = right });

    static Fault Weight(string name, double? left, double? right) => Fault.Cell(name, [nameof(OrderLine.Weight)], l => l with { Weight = left }, l => l with { Weight = right });

    static Fault Time(string name, DateTime? left, DateTime? right) => Fault.Cell(name, [nameof(OrderLine.ShippedAt)], l => l with { ShippedAt = left }, l => l with { ShippedAt = right });
}
