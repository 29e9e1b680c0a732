using System.Numerics;

namespace SqlHarness.Comparisons;

/// <summary>Which columns can be compared, and as what.</summary>
static class Comparability
{
    /// <summary>What two columns' values are compared as; null where there is nothing that both can be written as.</summary>
    public static ComparedAs? Of(Type left, Type right) => (Of(left), Of(right)) is ({ } l, { } r) ? Common(l, r) ?? Common(r, l) : null;

    /// <summary>What a column's values are compared as; null for lists, structures and whatever else has no contract.</summary>
    public static ComparedAs? Of(Type type) => Type.GetTypeCode(type) switch
    {
        >= TypeCode.SByte and <= TypeCode.UInt64 when !type.IsEnum => ComparedAs.WholeNumber,
        TypeCode.Decimal => ComparedAs.DecimalNumber,
        TypeCode.Single or TypeCode.Double => ComparedAs.FloatingPoint,
        TypeCode.Boolean => ComparedAs.Truth,
        TypeCode.DateTime => ComparedAs.Time,
        TypeCode.String or TypeCode.Char => ComparedAs.Text,
        _ when Nullable.GetUnderlyingType(type) is { } plain => Of(plain),
        _ when type == typeof(BigInteger) || type == typeof(Int128) || type == typeof(UInt128) => ComparedAs.WholeNumber,
        _ when type == typeof(DateTimeOffset) => ComparedAs.Time,
        _ when type == typeof(DateOnly) => ComparedAs.Date,
        _ when type == typeof(TimeOnly) => ComparedAs.TimeOfDay,
        _ when type == typeof(TimeSpan) => ComparedAs.Duration,
        _ when type == typeof(Guid) => ComparedAs.Uuid,
        _ when type == typeof(byte[]) => ComparedAs.Bytes,
        _ => null,
    };

    static ComparedAs? Common(ComparedAs one, ComparedAs other) => (one, other) switch
    {
        _ when one == other => one,
        (ComparedAs.Truth, ComparedAs.WholeNumber) => ComparedAs.WholeNumber,
        (ComparedAs.WholeNumber, ComparedAs.DecimalNumber) => ComparedAs.DecimalNumber,
        (ComparedAs.WholeNumber or ComparedAs.DecimalNumber, ComparedAs.FloatingPoint) => ComparedAs.FloatingPoint,
        (ComparedAs.Date, ComparedAs.Time) => ComparedAs.Time,
        // How bytes are written is nobody's standard.
        (not ComparedAs.Bytes, ComparedAs.Text) => ComparedAs.Text,
        _ => null,
    };
}
