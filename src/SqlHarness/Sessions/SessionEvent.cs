namespace SqlHarness.Sessions;

/// <summary>An event in its session, on its way to a session row.</summary>
sealed class SessionEvent<TUser, TId, TValue>
{
    public TUser User { get; set; } = default!;
    public DateTime? Start { get; set; }
    public DateTime? Time { get; set; }
    public TId Id { get; set; } = default!;
    public TValue Value { get; set; } = default!;
    public long Events { get; set; }
    public DateTime? NextTime { get; set; }
    public TId FirstId { get; set; } = default!;
    public TValue Landing { get; set; } = default!;
}
