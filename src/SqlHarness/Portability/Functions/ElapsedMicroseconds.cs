namespace SqlHarness.Portability;

/// <summary>Functions with one meaning in C# and in every dialect. In a query they become SQL; elsewhere they run as they stand here.</summary>
public static partial class Portable
{
    /// <summary>Whole microseconds from <paramref name="start"/> to <paramref name="end"/>, exact; negative where the end is earlier, NULL where either is.</summary>
    [Spelled("({1} - {0})", DialectNames.Sqlite)]
    [Spelled("(epoch_us({1}) - epoch_us({0}))", DialectNames.DuckDb)]
    public static long? ElapsedMicroseconds(DateTime? start, DateTime? end) => (end - start)?.Ticks / TimeSpan.TicksPerMicrosecond;
}
