using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SqlHarness.Engines.Loading;

namespace SqlHarness.Engines.Sqlite;

/// <summary>Binds rows to one prepared statement, past the driver's parameters, which box and look names up.</summary>
sealed class SqliteRowWriter : RowWriter, IDisposable
{
    const int GuidLength = 36;

    readonly sqlite3 _connection;
    readonly sqlite3_stmt _statement;
    byte[] _utf8 = new byte[256];
    int _column;

    public SqliteRowWriter(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
    }

    public override void StartRow()
    {
        Row++;
        _column = 0;
    }

    public override void EndRow()
    {
        var answer = raw.sqlite3_step(_statement);
        if (answer != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(answer, _connection);
        Check(raw.sqlite3_reset(_statement));
    }

    public override void WriteNull() => Check(raw.sqlite3_bind_null(_statement, ++_column));

    public override void WriteBoolean(bool value) => WriteInt64(value ? 1 : 0);

    public override void WriteInt16(short value) => WriteInt64(value);

    public override void WriteInt32(int value) => WriteInt64(value);

    public override void WriteInt64(long value) => Check(raw.sqlite3_bind_int64(_statement, ++_column, value));

    public override void WriteDouble(double value, LoadColumn column)
    {
        // SQLite would store NULL without a word.
        if (double.IsNaN(value))
            ValueChecks.Refuse(this, column, "NaN, which SQLite cannot store");
        Check(raw.sqlite3_bind_double(_statement, ++_column, value));
    }

    public override void WriteDecimal(decimal value, LoadColumn column)
    {
        // A column may declare more digits than there is room for; its values are what counts.
        if (!ScaledDecimal.Fits(value))
            ValueChecks.Refuse(this, column, string.Create(CultureInfo.InvariantCulture, $"{value} has more than the {ScaledDecimal.IntegerDigits} digits before the point that SQLite holds"));
        WriteInt64(ScaledDecimal.ToScaled(value));
    }

    public override void WriteText(string value)
    {
        if (_utf8.Length < Encoding.UTF8.GetMaxByteCount(value.Length))
            _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        WriteUtf8(Encoding.UTF8.GetBytes(value, _utf8));
    }

    public override void WriteGuid(Guid value)
    {
        value.TryFormat(_utf8, out _, "D");
        WriteUtf8(GuidLength);
    }

    public override void WriteTime(DateTime value) => WriteInt64(UtcMicros.FromTime(value));

    public void Dispose() => _statement.Dispose();

    void WriteUtf8(int length) => Check(raw.sqlite3_bind_text(_statement, ++_column, _utf8.AsSpan(0, length)));

    void Check(int answer)
    {
        if (answer != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(answer, _connection);
    }
}
