using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Engines.Loading;

/// <summary>Whether an entity's columns have one meaning on every engine; a table is refused otherwise.</summary>
static class EntityChecks
{
    static readonly Type[] Usable =
        [typeof(bool), typeof(int), typeof(long), typeof(short), typeof(double), typeof(decimal), typeof(string), typeof(Guid), typeof(DateTime)];

    /// <exception cref="EngineException">A property cannot be used; the message names entity and property.</exception>
    public static void Check(EntityDescriptor entity, EngineLimits limits)
    {
        if (entity.Columns.Count == 0)
            throw new EngineException($"{entity.ObjectType.Name} has no mapped columns.");
        foreach (var column in entity.Columns)
            if (Refusal(new LoadColumn(column), limits) is { } refusal)
                throw new EngineException($"{entity.ObjectType.Name}.{column.MemberName} {refusal}.");
    }

    static string? Refusal(LoadColumn column, EngineLimits limits) => column.StoredType switch
    {
        { IsEnum: true } type => $"is an enum ({type.Name}); map it to int or string with a value converter",
        var type when !Usable.Contains(type) => $"is of type {type.Name}; usable are {string.Join(", ", Usable.Select(usable => usable.Name))} and their nullables",
        var type when type == typeof(DateTime) => TimeRefusal(column.Descriptor, limits),
        var type when type == typeof(decimal) => DecimalRefusal(column.Descriptor, limits),
        var type when type == typeof(string) || type == typeof(Guid) => column.Descriptor.DbType is { } declared && !limits.KeepsText(declared)
            ? $"declares the database type {declared}, which does not keep text as it is"
            : null,
        _ => null,
    };

    static string? TimeRefusal(ColumnDescriptor column, EngineLimits limits) =>
        column is { DbType: not null } or { Precision: not null and not 6 } || (column.DataType != DataType.Undefined && column.DataType != limits.Time)
            ? "declares a database type of its own; every time is stored in whole microseconds, so leave the type out"
            : null;

    static string? DecimalRefusal(ColumnDescriptor column, EngineLimits limits)
    {
        if (column is not { Precision: { } precision, Scale: { } scale })
            return "is a decimal without declared precision and scale; declare them as in [Column(Precision = 18, Scale = 2)]";
        return scale > limits.Scale || precision - scale > limits.IntegerDigits
            ? $"is declared with precision {precision} and scale {scale}; this engine holds up to {limits.IntegerDigits} digits before the point and {limits.Scale} after it"
            : null;
    }
}
