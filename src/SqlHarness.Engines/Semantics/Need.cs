namespace SqlHarness.Engines.Semantics;

/// <summary>What a query may need of an engine for its answer to be the contract's.</summary>
enum Need
{
    LagOutside,
    TextEquality,
    TextPadding,
    TextOrder,
    NullOrder,
    Division,
    Remainder,
    Rounding,
    Microseconds,
    TimeZone,
    DecimalSum,
    Digest,
}
