using SqlHarness.Tables;

namespace SqlHarness.Sessions;

/// <summary>What <c>Sessionize</c> means, as a loop.</summary>
public static class SessionizeReference
{
    /// <summary>Every event with the session it belongs to. <paramref name="id"/> returns the nullable type: <c>e => (long?)e.Id</c>.</summary>
    public static IEnumerable<Sessionized<TEvent, TSessionId>> Of<TEvent, TUser, TSessionId>(
        IEnumerable<TEvent> events, Func<TEvent, TUser> user, Func<TEvent, DateTime?> time, Func<TEvent, TSessionId> id,
        SessionizeOptions options, Func<TEvent, object?>? newSessionOn = null)
    {
        foreach (var byUser in events.GroupBy(user))
        {
            var ordered = byUser
                .OrderBy(e => time(e), ContractOrder<DateTime?>()).ThenBy(e => id(e), ContractOrder<TSessionId>()).ThenBy(e => newSessionOn?.Invoke(e), Tables.ContractOrder.Instance);
            TSessionId sessionId = default!;
            DateTime? sessionStart = null, previousTime = null;
            object? previousValue = null;
            foreach (var instant in ordered.GroupBy(time))
            {
                if (!KeyParts.AreKnown(byUser.Key) || instant.Key is not { } now)
                {
                    foreach (var e in instant)
                        yield return new() { Event = e, SessionId = default!, SessionStart = null };
                    continue;
                }

                // Events of one instant are never parted: a session starts where one of them says so.
                var starts = previousTime is not { } before || EndsSession(before, now, options);
                foreach (var e in instant)
                {
                    starts |= newSessionOn is not null && previousTime is not null && !Equals(previousValue, newSessionOn(e));
                    previousValue = newSessionOn?.Invoke(e);
                    previousTime = now;
                }

                if (starts)
                    (sessionId, sessionStart) = (id(instant.First()), now);
                foreach (var e in instant)
                    yield return new() { Event = e, SessionId = sessionId, SessionStart = sessionStart };
            }
        }
    }

    static bool EndsSession(DateTime before, DateTime now, SessionizeOptions options)
    {
        var (elapsed, gap) = (now.Ticks - before.Ticks, options.Gap.Ticks);
        if (options.Precision == GapPrecision.WholeSeconds)
            elapsed -= elapsed % TimeSpan.TicksPerSecond;
        return (options.Boundary == GapBoundary.After ? elapsed > gap : elapsed >= gap)
            || (options.Cut == CalendarCut.Day && before.Date != now.Date)
            || (options.Cut == CalendarCut.Month && (before.Year, before.Month) != (now.Year, now.Month));
    }

    static Comparer<T> ContractOrder<T>() => Comparer<T>.Create((a, b) => Tables.ContractOrder.Instance.Compare(a, b));
}
