namespace SqlHarness.Sessions;

/// <summary>A session on its way through the steps: whose it is, when it starts, and when that user's next one does.</summary>
sealed class SessionStart<TUser, TId>
{
    public TUser User { get; set; } = default!;
    public TId Id { get; set; } = default!;
    public DateTime? Start { get; set; }
    public DateTime? Until { get; set; }

    /// <summary>Which session of the user it is, counted by starts; only where the formulation counts.</summary>
    public long SessionNumber { get; set; }
}
