namespace SqlHarness.Sessions;

/// <summary>A session on its way through the steps: whose it is, when it starts, and when that user's next one does.</summary>
sealed class SessionStart<TUser, TId>
{
    public TUser User { get; set; } = default!;
    public TId Id { get; set; } = default!;
    public DateTime? Start { get; set; }
    public DateTime? Until { get; set; }
}
