namespace SqlHarness.Engines.Loading;

/// <summary>Writes rows by an engine's fastest way, column after column. Values arrive checked.</summary>
abstract class RowWriter
{
    /// <summary>The row being written, from 1.</summary>
    public long Row { get; protected set; }

    public abstract void StartRow();

    public abstract void EndRow();

    public abstract void WriteNull();

    public abstract void WriteBoolean(bool value);

    public abstract void WriteInt16(short value);

    public abstract void WriteInt32(int value);

    public abstract void WriteInt64(long value);

    public abstract void WriteDouble(double value, LoadColumn column);

    public abstract void WriteDecimal(decimal value, LoadColumn column);

    public abstract void WriteText(string value);

    public abstract void WriteGuid(Guid value);

    /// <summary>A time in UTC, in whole microseconds.</summary>
    public abstract void WriteTime(DateTime value);
}
