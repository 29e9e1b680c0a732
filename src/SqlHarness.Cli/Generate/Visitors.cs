namespace SqlHarness.Cli.Generate;

/// <summary>How people behave. Most come once and leave; a few come all the time. A visit is some views, each after a silence.</summary>
/// <param name="draw">What decides.</param>
/// <param name="shop">What there is to see.</param>
/// <param name="rhythm">When they come.</param>
/// <param name="period">Microseconds after which nothing happens.</param>
/// <param name="mostVisits">How many visits of one visitor.</param>
sealed class Visitors(Draw draw, Shop shop, Rhythm rhythm, long period, int mostVisits)
{
    const long Second = 1_000_000, HalfHour = 30 * 60 * Second;

    // Of the visits: left after one view; with another device than usual; from a campaign, from a site.
    const double Bounce = 0.4, OtherDevice = 0.1, FromCampaign = 0.25, FromSite = 0.6;

    // Of the views: the last one, of those behind the first; of a campaign within the visit; where the browser kept the user to itself.
    const double Leave = 0.15, LaterCampaign = 0.01, WithoutUser = 0.01;

    // Of the silences: none at all, exactly half an hour, a microsecond less, a microsecond more. Else an exponential.
    const double Tie = 0.005, AtBoundary = 0.0015;
    const long ShortestSilence = 2 * Second, MeanSilence = 50 * Second;

    /// <summary>What one of them does, in order of time.</summary>
    public IEnumerable<View> Views(long user)
    {
        var country = Country.Codes.Pick(draw);
        var usual = shop.Devices.Pick(draw);
        var now = -1L;
        foreach (var start in Starts(Country.All[country - 1].HoursAheadOfUtc))
        {
            // Who is still there when the next visit would start stays on.
            now = now < start ? start : now + Silence();
            var device = draw.Chance(OtherDevice) ? shop.Devices.Pick(draw) : usual;
            short? site = draw.Chance(FromSite) ? shop.Referrers.Pick(draw) : null;
            var view = new View(user, now, shop.Pages.Pick(draw), Campaign(FromCampaign), site, device, country);
            for (var last = draw.Chance(Bounce); now < period; last = draw.Chance(Leave))
            {
                yield return view with { UserId = draw.Chance(WithoutUser) ? null : user, Instant = now };
                if (last)
                    break;
                now += Silence();
                view = view with { Page = shop.Pages.Pick(draw), Campaign = Campaign(LaterCampaign), Referrer = null };
            }
        }
    }

    // Zipf's law with an exponent of 4/3, by roots alone, which are the same on every machine.
    long[] Starts(int hoursAheadOfUtc)
    {
        var root = Math.Sqrt(draw.Unit());
        var starts = new long[(int)Math.Min(mostVisits, 1 / (root * Math.Sqrt(root)))];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = rhythm.Instant(draw, hoursAheadOfUtc);
        Array.Sort(starts);
        return starts;
    }

    short? Campaign(double share) => draw.Chance(share) ? shop.Campaigns.Pick(draw) : null;

    long Silence() => draw.Unit() switch
    {
        <= Tie => 0,
        <= Tie + AtBoundary => HalfHour,
        <= Tie + 2 * AtBoundary => HalfHour - 1,
        <= Tie + 3 * AtBoundary => HalfHour + 1,
        _ => ShortestSilence + draw.Exponential(MeanSilence),
    };
}
