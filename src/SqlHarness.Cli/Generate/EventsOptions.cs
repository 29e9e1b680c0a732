using System.CommandLine;
using System.Globalization;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Generate;

/// <summary>Which events are generated; the same options are the same events.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Seed">What decides.</param>
/// <param name="FirstDay">The first day, UTC.</param>
/// <param name="Days">How many days they happen on.</param>
sealed record EventsOptions(long Rows, ulong Seed, DateOnly FirstDay, int Days)
{
    const string DateFormat = "yyyy-MM-dd";

    // Behind it the last days of the calendar remain for what arrives late.
    static readonly DateOnly LastDay = new(9998, 12, 31);

    static readonly Option<long> RowsOption = new("--rows") { Description = "How many events.", HelpName = "N", Required = true };

    static readonly Option<long> SeedOption = new("--seed") { Description = "Another number is another clickstream.", HelpName = "S", DefaultValueFactory = _ => 1 };

    static readonly Option<string> FromOption = new("--from") { Description = "The first day, UTC.", HelpName = "DATE", DefaultValueFactory = _ => "2025-01-01" };

    static readonly Option<int> DaysOption = new("--days") { Description = "On how many days they happen.", HelpName = "N", DefaultValueFactory = _ => 30 };

    public static IReadOnlyList<Option> All => [RowsOption, SeedOption, FromOption, DaysOption];

    /// <exception cref="BadInputException">A value is out of range; the message names the option.</exception>
    public static EventsOptions From(ParseResult parsed)
    {
        var (rows, days, text) = (parsed.GetValue(RowsOption), parsed.GetValue(DaysOption), parsed.GetValue(FromOption));
        if (rows < 1)
            throw new BadInputException($"--rows must be at least 1, but is {rows}.");
        if (days < 1)
            throw new BadInputException($"--days must be at least 1, but is {days}.");
        if (!DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
            throw new BadInputException($"--from must be a date as 2025-01-01, but is '{text}'.");
        return days > LastDay.DayNumber - from.DayNumber
            ? throw new BadInputException($"--days must end before the year 9999, but {days} days from {text} do not.")
            : new(rows, (ulong)parsed.GetValue(SeedOption), from, days);
    }
}
