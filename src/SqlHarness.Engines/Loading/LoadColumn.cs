using LinqToDB.Mapping;

namespace SqlHarness.Engines.Loading;

/// <summary>What loading needs to know of a column, resolved once per entity.</summary>
sealed class LoadColumn
{
    public LoadColumn(ColumnDescriptor descriptor)
    {
        (Descriptor, Name) = (descriptor, descriptor.ColumnName);
        StoredType = descriptor.ValueConverter?.ToProviderExpression.ReturnType ?? descriptor.MemberType;
        StoredType = Nullable.GetUnderlyingType(StoredType) ?? StoredType;
        if (descriptor is not { Precision: { } precision, Scale: { } scale } || StoredType != typeof(decimal))
            return;
        Scale = scale;
        // Beyond 28 digits a decimal cannot be anyway.
        Bound = precision - scale is >= 0 and <= 28 ? Pow10(precision - scale) : decimal.MaxValue;
    }

    /// <summary>A column that is known only by its name.</summary>
    public LoadColumn(string name) => (Name, Descriptor, StoredType) = (name, null!, typeof(object));

    public ColumnDescriptor Descriptor { get; }

    /// <summary>The type that reaches the engine: the member's, or its converter's, without Nullable.</summary>
    public Type StoredType { get; }

    /// <summary>Digits after the point of a decimal column.</summary>
    public int Scale { get; }

    /// <summary>What a decimal column's values stay below, in magnitude.</summary>
    public decimal Bound { get; } = decimal.MaxValue;

    public string Name { get; }

    static decimal Pow10(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
            power *= 10;
        return power;
    }
}
