using System.Numerics;

namespace SqlHarness.Engines.DuckDb;

/// <summary>DuckDB's types in C#.</summary>
static class DuckDbTypes
{
    static readonly Dictionary<string, Type> Plain = new(StringComparer.Ordinal)
    {
        ["BOOLEAN"] = typeof(bool), ["TINYINT"] = typeof(sbyte), ["SMALLINT"] = typeof(short), ["INTEGER"] = typeof(int), ["BIGINT"] = typeof(long),
        ["UTINYINT"] = typeof(byte), ["USMALLINT"] = typeof(ushort), ["UINTEGER"] = typeof(uint), ["UBIGINT"] = typeof(ulong), ["HUGEINT"] = typeof(BigInteger), ["UHUGEINT"] = typeof(BigInteger),
        ["FLOAT"] = typeof(float), ["DOUBLE"] = typeof(double), ["VARCHAR"] = typeof(string), ["JSON"] = typeof(string), ["UUID"] = typeof(Guid), ["BLOB"] = typeof(byte[]),
        ["DATE"] = typeof(DateOnly), ["TIME"] = typeof(TimeOnly), ["INTERVAL"] = typeof(TimeSpan), ["TIMESTAMP"] = typeof(DateTime), ["TIMESTAMP WITH TIME ZONE"] = typeof(DateTime),
        ["TIMESTAMP_S"] = typeof(DateTime), ["TIMESTAMP_MS"] = typeof(DateTime), ["TIMESTAMP_NS"] = typeof(DateTime),
    };

    /// <summary>The type of a column's values; <see cref="object"/> for lists, structs and what else has no type of a single value.</summary>
    public static Type Of(string databaseType) =>
        databaseType.EndsWith(']') ? typeof(object)
        : Plain.TryGetValue(databaseType, out var type) ? type
        : databaseType.StartsWith("DECIMAL(", StringComparison.Ordinal) ? typeof(decimal)
        : databaseType.StartsWith("ENUM(", StringComparison.Ordinal) ? typeof(string)
        : typeof(object);
}
