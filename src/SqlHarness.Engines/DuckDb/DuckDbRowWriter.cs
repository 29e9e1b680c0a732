using DuckDB.NET.Data;
using SqlHarness.Engines.Loading;

namespace SqlHarness.Engines.DuckDb;

/// <summary>Writes rows through DuckDB's appender.</summary>
sealed class DuckDbRowWriter(DuckDBAppender appender) : RowWriter
{
    IDuckDBAppenderRow _row = null!;

    public override void StartRow()
    {
        Row++;
        _row = appender.CreateRow();
    }

    public override void EndRow() => _row.EndRow();

    public override void WriteNull() => _row.AppendNullValue();

    public override void WriteBoolean(bool value) => _row.AppendValue(value);

    public override void WriteInt16(short value) => _row.AppendValue(value);

    public override void WriteInt32(int value) => _row.AppendValue(value);

    public override void WriteInt64(long value) => _row.AppendValue(value);

    public override void WriteDouble(double value, LoadColumn column) => _row.AppendValue(value);

    public override void WriteDecimal(decimal value, LoadColumn column) => _row.AppendValue(value);

    public override void WriteText(string value) => _row.AppendValue(value);

    public override void WriteGuid(Guid value) => _row.AppendValue(value);

    public override void WriteTime(DateTime value) => _row.AppendValue(value);
}
