namespace SqlHarness.Tables;

/// <summary>Types as C# writes them, as far as columns hold them.</summary>
static class TypeText
{
    public static string Of(Type type) => Nullable.GetUnderlyingType(type) is { } plain ? Of(plain) + "?" : Type.GetTypeCode(type) switch
    {
        TypeCode.Int16 => "short",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte or TypeCode.Char or TypeCode.Double or TypeCode.Decimal or TypeCode.String => type.Name.ToLowerInvariant(),
        _ => type.Name,
    };
}
