using System.Globalization;
using System.Text;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Loading;

namespace SqlHarness.Engines.Servers;

/// <summary>Writes rows as the literals of INSERT statements, which every server takes whatever its driver can do.</summary>
/// <param name="server">The server.</param>
/// <param name="table">The table and its columns: <c>t (a, b)</c>.</param>
/// <param name="send">Takes each statement when it is full.</param>
sealed class LiteralRowWriter(Server server, string table, Action<string> send) : RowWriter
{
    readonly StringBuilder _sql = new();
    int _rows;
    bool _first;

    Dialect Dialect => server.Dialect;

    public override void StartRow()
    {
        Row++;
        if (_rows > 0 && (_rows == server.RowsPerInsert || _sql.Length > server.LengthOfInsert))
            Flush();
        _sql.Append(_rows++ == 0 ? $"INSERT INTO {table} VALUES\n(" : ",\n(");
        _first = true;
    }

    public override void EndRow() => _sql.Append(')');

    /// <summary>Sends what is left.</summary>
    public void Flush()
    {
        if (_rows > 0)
            send(_sql.ToString());
        _sql.Clear();
        _rows = 0;
    }

    public override void WriteNull() => Next("NULL");

    public override void WriteBoolean(bool value) => Next(Dialect.Truth(value));

    public override void WriteInt16(short value) => WriteInt64(value);

    public override void WriteInt32(int value) => WriteInt64(value);

    public override void WriteInt64(long value) => Next(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteDouble(double value, LoadColumn column)
    {
        if (double.IsFinite(value))
            Next(Dialect.Number(value));
        else if (server.NotFinite(value) is { } written)
            Next(written);
        else
            ValueChecks.Refuse(this, column, string.Create(CultureInfo.InvariantCulture, $"{value}, which {Dialect.Title} cannot store"));
    }

    public override void WriteDecimal(decimal value, LoadColumn column) => Next(Dialect.Number(value));

    public override void WriteText(string value) => Next(Dialect.Text(value));

    public override void WriteGuid(Guid value) => Next($"'{value:D}'");

    public override void WriteTime(DateTime value) => Next(Dialect.Time(value));

    void Next(string literal)
    {
        if (!_first)
            _sql.Append(", ");
        _first = false;
        _sql.Append(literal);
    }
}
