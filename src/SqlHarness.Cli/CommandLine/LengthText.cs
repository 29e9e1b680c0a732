using System.Globalization;
using System.Text.RegularExpressions;

namespace SqlHarness.Cli.CommandLine;

/// <summary>Lengths of time as people write them: <c>30m</c>, <c>1h30m</c>, <c>90s</c>, <c>500ms</c>, <c>2d</c>.</summary>
static partial class LengthText
{
    /// <summary>The length, more than zero and in whole microseconds.</summary>
    /// <param name="option">The option that it is a value of; messages begin with it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="BadInputException">It is unreadable, zero or too long; the message shows how it is written.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        if (text.StartsWith('-'))
            throw new BadInputException($"{option} must be more than zero, but is '{text}'.");
        if (text.Length == 0 || Whole().Match(text) is not { Success: true } match)
            throw new BadInputException($"{option} is written as 30m, 1h30m, 90s or 500ms, but is '{text}'.");
        var ticks = 0m;
        foreach (var (number, unit) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures))
            ticks += decimal.Parse(number.ValueSpan, CultureInfo.InvariantCulture) * Ticks(unit.Value);
        if (ticks > TimeSpan.MaxValue.Ticks)
            throw new BadInputException($"{option} is longer than {TimeSpan.MaxValue.Days} days, but is '{text}'.");
        if (ticks == 0)
            throw new BadInputException($"{option} must be more than zero, but is '{text}'.");
        return ticks % TimeSpan.TicksPerMicrosecond == 0 ? new((long)ticks) : throw new BadInputException($"{option} must be whole microseconds, but is '{text}'.");
    }

    /// <summary>Whether a text is such a length.</summary>
    public static bool Is(string text) => Whole().IsMatch(text);

    static long Ticks(string unit) => unit switch
    {
        "d" => TimeSpan.TicksPerDay,
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        _ => TimeSpan.TicksPerMicrosecond,
    };

    [GeneratedRegex(@"^((?<number>[0-9]{1,12}(\.[0-9]{1,7})?)(?<unit>d|h|ms|m|s|us))+$")]
    private static partial Regex Whole();
}
