namespace SqlHarness.Comparisons;

/// <summary>What values of two columns are compared as. Where the columns' types differ it is what both can be written as.</summary>
public enum ComparedAs
{
    /// <summary>Whole numbers, however wide; true is 1 and false is 0.</summary>
    WholeNumber,

    /// <summary>Exact decimals, without regard to trailing zeros.</summary>
    DecimalNumber,

    /// <summary>Floating-point numbers of 64 bits; −0 is 0, and NaN equals NaN. What is not one already is rounded to one, which can hide a difference.</summary>
    FloatingPoint,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>UTC instants in microseconds; a date is its midnight.</summary>
    Time,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Times of day in microseconds.</summary>
    TimeOfDay,

    /// <summary>Lengths of time in microseconds.</summary>
    Duration,

    /// <summary>Texts by code point; other values as the library writes them, a UUID in lower case.</summary>
    Text,

    /// <summary>UUIDs.</summary>
    Uuid,

    /// <summary>Bytes.</summary>
    Bytes,
}
