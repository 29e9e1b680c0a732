namespace SqlHarness.Cli.Generate;

/// <summary>The events of a web shop, user after user; arrival sorts them.</summary>
sealed class Clickstream
{
    const long Second = 1_000_000, Hour = 3600 * Second, Day = 24 * Hour;

    // Of the events: arriving late; of the late ones, days late; without a time.
    const double Late = 0.02, VeryLate = 0.15, WithoutTime = 0.0005;
    const long ShortestDelay = Second / 20, MeanDelay = Second / 2, MeanLateness = 4 * Hour, MostLateness = 4 * Day;

    // A day has few visits of one visitor, and a small file few of its rows from one, or the bot would be one of many.
    const int MostVisitsADay = 10, FewVisits = 3, RowsAVisit = 400;

    const long FirstUser = 100_000;

    readonly EventsOptions _options;
    readonly Draw _draw;
    readonly long _period;
    long _drawn;

    public Clickstream(EventsOptions options)
    {
        _options = options;
        _draw = new(options.Seed);
        _period = options.Days * Day;
        Shop = new(options.Seed);
    }

    public Shop Shop { get; }

    /// <summary>How much has been drawn, from 0 to 100; for another thread.</summary>
    public double Percent => 100.0 * Interlocked.Read(ref _drawn) / _options.Rows;

    /// <summary>The rows, as many as were asked for; once.</summary>
    public IEnumerable<GeneratedEvent> Rows()
    {
        var begin = _options.FirstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        foreach (var view in Views())
        {
            if (_drawn == _options.Rows)
                yield break;
            Interlocked.Increment(ref _drawn);
            var happened = begin.AddTicks(view.Instant * TimeSpan.TicksPerMicrosecond);
            yield return new()
            {
                UserId = view.UserId, EventTime = _draw.Chance(WithoutTime) ? null : happened, ReceivedAt = happened.AddTicks(Delay() * TimeSpan.TicksPerMicrosecond),
                Page = view.Page, Campaign = view.Campaign, Referrer = view.Referrer, Device = view.Device, Country = view.Country,
            };
        }
    }

    IEnumerable<View> Views()
    {
        foreach (var view in Bot.Views(_draw, Shop, _period, _options.Rows))
            yield return view;
        var mostVisits = (int)Math.Min(MostVisitsADay * (long)_options.Days, Math.Max(FewVisits, _options.Rows / RowsAVisit));
        var visitors = new Visitors(_draw, Shop, new(_options.FirstDay.DayOfWeek, _period), _period, mostVisits);
        for (var user = FirstUser; ; user++)
        {
            foreach (var view in user == Bot.UserId ? [] : visitors.Views(user))
                yield return view;
        }
    }

    // What is sent at once arrives within seconds; what a device kept while it was offline, hours or days later.
    long Delay() => !_draw.Chance(Late) ? ShortestDelay + _draw.Exponential(MeanDelay)
        : _draw.Chance(VeryLate) ? Day + _draw.Below(MostLateness)
        : Hour + _draw.Exponential(MeanLateness);
}
