using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Engines.Loading;

/// <summary>Whether an entity's columns have one meaning on every engine; a table is refused otherwise.</summary>
static class EntityChecks
{
    static readonly Type[] Usable =
        [typeof(bool), typeof(int), typeof(long), typeof(short), typeof(double), typeof(decimal), typeof(string), typeof(Guid), typeof(DateTime)];

    /// <param name="entity">The mapped entity.</param>
    /// <param name="integerDigits">The digits before a decimal's point that the engine can hold.</param>
    /// <param name="scale">The digits after it.</param>
    /// <exception cref="EngineException">A property cannot be used; the message names entity and property.</exception>
    public static void Check(EntityDescriptor entity, int integerDigits, int scale)
    {
        if (entity.Columns.Count == 0)
            throw new EngineException($"{entity.ObjectType.Name} has no mapped columns.");
        foreach (var column in entity.Columns)
            if (Refusal(new LoadColumn(column), integerDigits, scale) is { } refusal)
                throw new EngineException($"{entity.ObjectType.Name}.{column.MemberName} {refusal}.");
    }

    static string? Refusal(LoadColumn column, int integerDigits, int scale)
    {
        var type = column.StoredType;
        var descriptor = column.Descriptor;
        if (type.IsEnum)
            return $"is an enum ({type.Name}); map it to int or string with a value converter";
        if (!Usable.Contains(type))
            return $"is of type {type.Name}; usable are {string.Join(", ", Usable.Select(usable => usable.Name))} and their nullables";
        if (type == typeof(DateTime) && (descriptor is { DbType: not null } or { Precision: not null and not 6 } || !MeansInstant(descriptor.DataType)))
            return "declares a database type of its own; every time is stored in whole microseconds, so leave the type out";
        if (type != typeof(decimal))
            return null;
        if (descriptor is not { Precision: { } precision, Scale: { } declared })
            return "is a decimal without declared precision and scale; declare them as in [Column(Precision = 18, Scale = 2)]";
        return declared > scale || precision - declared > integerDigits
            ? $"is declared with precision {precision} and scale {declared}; this engine holds up to {integerDigits} digits before the point and {scale} after it"
            : null;
    }

    // What the two mapping schemas give an undeclared DateTime.
    static bool MeansInstant(DataType type) => type is DataType.Undefined or DataType.Int64 or DataType.DateTime2;
}
