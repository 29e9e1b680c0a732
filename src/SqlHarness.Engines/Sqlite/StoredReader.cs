using System.Data.Common;
using System.Linq.Expressions;

namespace SqlHarness.Engines.Sqlite;

/// <summary>Reads what the schema stores. SQLite types values, not columns, so each value is looked at: text in a column of times is an error, not the year as a number.</summary>
static class StoredReader
{
    public static readonly Expression<Func<DbDataReader, int, DateTime>> Time = (reader, index) => ReadTime(reader, index);
    public static readonly Expression<Func<DbDataReader, int, decimal>> Decimal = (reader, index) => ReadDecimal(reader, index);
    public static readonly Expression<Func<DbDataReader, int, Guid>> Guid = (reader, index) => ReadGuid(reader, index);
    public static readonly Expression<Func<DbDataReader, int, string>> Text = (reader, index) => reader.GetString(index);

    /// <summary>
    /// Whether a computed column is NULL in a row that follows one where it was text. The driver calls the value a BLOB and its class still string; linq2db would keep a reader of bytes
    /// for all texts of the column, and fail at the next.
    /// </summary>
    public static bool IsNullAfterText(DbDataReader reader, int index) =>
        reader.GetFieldType(index) == typeof(string) && string.Equals(reader.GetDataTypeName(index), "BLOB", StringComparison.OrdinalIgnoreCase);

    static DateTime ReadTime(DbDataReader reader, int index) => UtcMicros.ToTime(ReadInteger(reader, index, "a time in microseconds"));

    static decimal ReadDecimal(DbDataReader reader, int index) => ScaledDecimal.FromScaled(ReadInteger(reader, index, "a decimal in millionths"));

    static Guid ReadGuid(DbDataReader reader, int index) =>
        System.Guid.TryParseExact(reader.GetFieldType(index) == typeof(string) ? reader.GetString(index) : null, "D", out var guid)
            ? guid
            : throw Unexpected(reader, index, "a guid as text");

    static long ReadInteger(DbDataReader reader, int index, string expected) =>
        reader.GetFieldType(index) == typeof(long) ? reader.GetInt64(index) : throw Unexpected(reader, index, expected);

    static EngineException Unexpected(DbDataReader reader, int index, string expected) =>
        new($"Column {reader.GetName(index)} should hold {expected} but holds {reader.GetValue(index)}; read other SQLite files through DuckDB.");
}
