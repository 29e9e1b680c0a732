using System.Globalization;

namespace SqlHarness.Engines;

/// <summary>Times as the contract counts them: whole microseconds since 1970-01-01 UTC.</summary>
static class UtcMicros
{
    static readonly long First = FromTime(DateTime.MinValue);
    static readonly long Last = FromTime(DateTime.MaxValue);

    /// <summary>Why a time cannot be taken, as the end of a sentence; <see langword="null"/> when it can.</summary>
    public static string? Refusal(DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
            return "is a local time, and only UTC has one meaning on every engine";
        return value.Ticks % TimeSpan.TicksPerMicrosecond != 0 ? "is finer than a microsecond" : null;
    }

    /// <summary>Microseconds since 1970 of a time without <see cref="Refusal"/>; <see cref="DateTimeKind.Unspecified"/> is read as UTC.</summary>
    public static long FromTime(DateTime value) => (value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time that lies so many microseconds after 1970.</summary>
    /// <exception cref="EngineException">It lies outside the years 1 to 9999.</exception>
    public static DateTime ToTime(long micros) => micros >= First && micros <= Last
        ? new(DateTime.UnixEpoch.Ticks + micros * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc)
        : throw new EngineException(string.Create(CultureInfo.InvariantCulture, $"The time {micros} (microseconds since 1970) lies outside the years 1 to 9999."));

    /// <summary>A time in a query, checked as one that is loaded: what the engine compares with must be what the C# reference compares with.</summary>
    public static DateTime InQuery(DateTime value) =>
        Refusal(value) is { } refusal ? throw new EngineException($"The time {Spell(value)} in a query {refusal}.") : DateTime.SpecifyKind(value, DateTimeKind.Utc);

    /// <summary>A time as messages print it, to the tick.</summary>
    public static string Spell(DateTime value) => value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
