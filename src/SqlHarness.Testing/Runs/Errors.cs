using System.Data.Common;

namespace SqlHarness.Testing.Runs;

/// <summary>Which errors a query may have because of its data.</summary>
static class Errors
{
    /// <summary>Whether an engine, or linq2db in reading its answer, refused a value: an overflow, a division by zero.</summary>
    public static bool IsOfData(Exception error) => error is DbException or OverflowException or DivideByZeroException;
}
