using SqlHarness.Tables;

namespace SqlHarness.Sessions;

/// <summary>What <c>Sessions</c> means, as a loop.</summary>
public static class SessionsReference
{
    /// <summary>One row a session.</summary>
    public static IEnumerable<Session<TUser, TId, TValue>> Of<TEvent, TSessionId, TUser, TId, TValue>(
        IEnumerable<Sessionized<TEvent, TSessionId>> events, Func<TEvent, TUser> user, Func<TEvent, DateTime?> time, Func<TEvent, TId> id, Func<TEvent, TValue> value)
    {
        foreach (var byUser in events.Where(s => s.SessionStart is not null).GroupBy(s => user(s.Event)))
        {
            var starts = byUser.Select(s => s.SessionStart!.Value).Distinct().Order().ToList();
            foreach (var session in byUser.GroupBy(s => s.SessionStart!.Value))
            {
                var ordered = session.Select(s => s.Event).OrderBy(e => time(e))
                    .ThenBy(e => (object?)id(e), ContractOrder.Instance).ThenBy(e => (object?)value(e), ContractOrder.Instance).ToList();
                var (first, last, number) = (ordered[0], ordered[^1], starts.IndexOf(session.Key));
                yield return new()
                {
                    User = byUser.Key, Start = session.Key, End = time(last)!.Value, DurationMicroseconds = (time(last)!.Value - session.Key).Ticks / TimeSpan.TicksPerMicrosecond,
                    Events = ordered.Count, FirstId = id(first), LastId = id(last), Landing = value(first), Exit = value(last), Number = number + 1,
                    PreviousStart = number > 0 ? starts[number - 1] : null, NextStart = number + 1 < starts.Count ? starts[number + 1] : null,
                };
            }
        }
    }
}
