using System.Collections;
using System.Data;
using System.Data.Common;

namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>Reads an answer, which is whole when it arrives.</summary>
/// <param name="answer">The answer.</param>
/// <param name="toClose">The connection to close with the reader, if any.</param>
sealed class GoogleSqlReader(GoogleSqlAnswer answer, DbConnection? toClose) : DbDataReader
{
    int _row = -1;
    bool _closed;

    public override int Depth => 0;

    public override int FieldCount => answer.Columns.Count;

    public override bool HasRows => answer.Rows.Count > 0;

    public override bool IsClosed => _closed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => _row < answer.Rows.Count && ++_row < answer.Rows.Count;

    public override bool NextResult()
    {
        _row = answer.Rows.Count;
        return false;
    }

    public override void Close()
    {
        _closed = true;
        toClose?.Close();
    }

    public override string GetName(int ordinal) => answer.Columns[ordinal].Name;

    public override string GetDataTypeName(int ordinal) => answer.Columns[ordinal].Type;

    public override Type GetFieldType(int ordinal) => GoogleSqlTypes.TypeOf(answer.Columns[ordinal].Type);

    // A query's answer tells names and types, which the reader gives, and nothing more.
    public override DataTable? GetSchemaTable() => null;

    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < FieldCount; i++)
        {
            // BigQuery knows columns without regard to case.
            if (string.Equals(GetName(i), name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        throw new ArgumentException($"The answer has no column {name}.", nameof(name));
    }

    public override bool IsDBNull(int ordinal) => Text(ordinal) is null;

    public override object GetValue(int ordinal) => Text(ordinal) is { } text ? GoogleSqlTypes.Read(GetDataTypeName(ordinal), text) : DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => Guid.Parse(GetString(ordinal));

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal).Single();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy((byte[])GetValue(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(GetString(ordinal).ToCharArray(), dataOffset, buffer, bufferOffset, length);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    static long Copy<T>(T[] from, long offset, T[]? to, int at, int length)
    {
        if (to is null)
            return from.Length;
        var count = Math.Min(length, from.Length - (int)offset);
        Array.Copy(from, offset, to, at, count);
        return count;
    }

    string? Text(int ordinal) =>
        _closed ? throw new InvalidOperationException("The reader is closed.")
        : _row >= 0 && _row < answer.Rows.Count ? answer.Rows[_row][ordinal]
        : throw new InvalidOperationException("The reader stands on no row.");
}
