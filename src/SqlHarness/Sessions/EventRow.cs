namespace SqlHarness.Sessions;

/// <summary>An event on its way through the steps, with what the selectors take from it.</summary>
sealed class EventRow<TEvent, TUser, TId, TSplit>
{
    public TEvent Event { get; set; } = default!;
    public TUser User { get; set; } = default!;
    public DateTime? Time { get; set; }
    public TId Id { get; set; } = default!;
    public TSplit Split { get; set; } = default!;

    public DateTime? PreviousTime { get; set; }
    public TSplit PreviousSplit { get; set; } = default!;

    /// <summary>The id of the first event of the same user at the same instant.</summary>
    public TId InstantId { get; set; } = default!;
    public DateTime? SessionStart { get; set; }

    /// <summary>How many events of the user have started a session so far, those of this instant included; only where the formulation counts.</summary>
    public long SessionNumber { get; set; }
}
