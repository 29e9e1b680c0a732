using SqlHarness.Cli.Generate;

namespace SqlHarness.Tests.Cli.Generate;

public class BotTests
{
    const long Second = 1_000_000, Day = 86_400 * Second;

    [Theory]
    [InlineData(1_000, 30 * Day)]
    [InlineData(1_000_000, 30 * Day)]
    // Too many for its pace: it is quicker then.
    [InlineData(20_000_000, Day)]
    [InlineData(1_000_000, 100)]
    public void It_has_its_share_within_the_period_and_is_never_silent_for_long(long rows, long period)
    {
        var instants = Bot.Views(new(1), new(1), period, rows).Select(v => v.Instant).ToList();

        instants.Count.ShouldBe((int)(rows * Bot.Percent / 100));
        instants[0].ShouldBeGreaterThanOrEqualTo(0);
        instants[^1].ShouldBeLessThan(period);
        instants.Zip(instants.Skip(1), (a, b) => b - a).ShouldAllBe(silence => silence >= 0 && silence < 16 * Second);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(16, 0)]
    [InlineData(17, 1)]
    public void Few_rows_have_none(long rows, int expected) => Bot.Views(new(1), new(1), Day, rows).Count().ShouldBe(expected);
}
