namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>What the right side's table is, beside its rows.</summary>
enum RightTable
{
    /// <summary>As the left one.</summary>
    Same,

    /// <summary>The columns in another order.</summary>
    OtherOrder,

    /// <summary>And the quantity is text.</summary>
    TextQuantity,

    /// <summary>And the quantity is an integer of 32 bits.</summary>
    IntegerQuantity,

    /// <summary>And the quantity is a decimal.</summary>
    DecimalQuantity,

    /// <summary>And the quantity is a floating-point number.</summary>
    DoubleQuantity,
}
