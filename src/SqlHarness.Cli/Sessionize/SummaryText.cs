using System.Globalization;
using Spectre.Console;

namespace SqlHarness.Cli.Sessionize;

/// <summary>The summary for people.</summary>
static class SummaryText
{
    const int MostBars = 14;

    public static void Print(IAnsiConsole console, SessionSummary summary)
    {
        var counts = new Grid().AddColumn(new GridColumn().PadRight(3)).AddColumn(new GridColumn().RightAligned());
        Count("events", summary.Events);
        Count("users", summary.Users);
        Count("sessions", summary.Sessions);
        Count("events without a user", summary.WithoutSession.NullUser);
        Count("events without a time", summary.WithoutSession.NullTime);
        console.Write(counts);
        if (summary is { DurationUs: { } durations, EventsPerSession: { } events })
        {
            console.WriteLine();
            var table = new Table().Border(TableBorder.Rounded).AddColumn("of a session");
            foreach (var name in new[] { "min", "median", "90 %", "99 %", "max" })
                table.AddColumn(new TableColumn(name).RightAligned());
            table.AddRow(["duration", .. All(durations).Select(Duration)]);
            table.AddRow(["events", .. All(events).Select(Number)]);
            console.Write(table);
        }

        if (summary.SessionsPerDay.Count > 0)
            Chart(console, summary.SessionsPerDay);

        void Count(string name, long value) => counts.AddRow(name, Number(value));
    }

    // One bar a day; where there are more days than bars, a bar stands for several. Days without a session count as such.
    static void Chart(IAnsiConsole console, IReadOnlyList<DayCount> days)
    {
        var first = days[0].Day.DayNumber;
        var span = days[^1].Day.DayNumber - first + 1;
        var width = (span + MostBars - 1) / MostBars;
        var sums = new long[(span + width - 1) / width];
        foreach (var day in days)
            sums[(day.Day.DayNumber - first) / width] += day.Sessions;
        console.WriteLine();
        console.WriteLine(width == 1 ? "sessions that start on a day (UTC)" : string.Create(CultureInfo.InvariantCulture, $"sessions that start within {width} days (UTC)"));
        console.Write(new BarChart().Width(Math.Min(72, console.Profile.Width)).UseValueFormatter((value, _) => Number((long)value))
            .AddItems(sums.Select((sum, i) => new BarChartItem(Day(first + i * width), sum, Color.Teal))));
    }

    static string Day(int number) => DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static long[] All(Quantiles q) => [q.Min, q.P50, q.P90, q.P99, q.Max];

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    static string Duration(long microseconds)
    {
        var span = TimeSpan.FromMicroseconds(microseconds);
        return span.Ticks == 0 ? "0" : span < TimeSpan.FromSeconds(1) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.###} ms")
            : string.Join(' ', new[] { (span.Days, "d"), (span.Hours, "h"), (span.Minutes, "min"), (span.Seconds, "s") }.SkipWhile(p => p.Item1 == 0).Take(2).Where(p => p.Item1 > 0)
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1} {p.Item2}")));
    }
}
