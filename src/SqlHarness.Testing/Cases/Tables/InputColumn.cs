namespace SqlHarness.Testing.Cases.Tables;

/// <summary>A column of an input table: what values it may hold.</summary>
sealed record InputColumn
{
    /// <summary>The property's name.</summary>
    public required string Member { get; init; }

    /// <summary>The name in SQL.</summary>
    public required string Name { get; init; }

    /// <summary>The property's type without <see cref="Nullable{T}"/>; with a value converter that is not what the engine stores.</summary>
    public required Type Type { get; init; }

    /// <summary>Whether both mapping and property take NULL.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether it is (part of) the primary key.</summary>
    public required bool IsKey { get; init; }

    /// <summary>Whether a value converter stands between the property and the engine, so that a query's constants are of another type.</summary>
    public bool IsConverted { get; init; }

    /// <summary>The most characters of a text; null where the mapping does not say.</summary>
    public int? Length { get; init; }

    /// <summary>The digits of a decimal; null where the mapping does not say.</summary>
    public int? Precision { get; init; }

    /// <summary>The digits after a decimal's point; null where the mapping does not say.</summary>
    public int? Scale { get; init; }

    public bool IsTime => Type == typeof(DateTime);
}
