namespace SqlHarness.Cli.Generate;

/// <summary>The one that is no person: it views a page every few seconds, page after page, without ever being silent for long.</summary>
static class Bot
{
    /// <summary>Its user; not the first, which is what a preview in order of users would show.</summary>
    public const long UserId = 100_013;

    /// <summary>Its part of all rows, in percent.</summary>
    public const int Percent = 3;

    const long MeanSilence = 8_000_000;
    const short Desktop = 2, UnitedStates = 1;

    /// <summary>What it does, in order of time.</summary>
    /// <param name="draw">What decides.</param>
    /// <param name="shop">What there is to see.</param>
    /// <param name="period">Microseconds after which nothing happens; where time is short, the bot is quicker.</param>
    /// <param name="rows">How many rows there are in all.</param>
    public static IEnumerable<View> Views(Draw draw, Shop shop, long period, long rows)
    {
        var count = (long)Math.Round(rows / 100m * Percent, MidpointRounding.AwayFromZero);
        if (count == 0)
            yield break;
        var pace = Math.Min(MeanSilence, period / count);
        var start = draw.Below(period - count * pace + 1);
        for (var i = 0L; i < count; i++)
        {
            // One view in each stretch of its pace: never two paces apart, never out of the period.
            yield return new(UserId, start + i * pace + draw.Below(Math.Max(1, pace)), (short)(1 + i % shop.Pages.Count), null, null, Desktop, UnitedStates);
        }
    }
}
