namespace SqlHarness.Tests.Testing.OwnQueries.Notes;

/// <summary>Reasons that several queries have in common.</summary>
static class Because
{
    public const string NoTime = "the events without a time start nothing wherever they stand, and the first that has one sees no previous time either way";

    public const string NoSilence = "without a previous time a session starts anyway, and without a time of its own an event starts none";

    public const string NeverLater = "the previous event is never later";

    public const string UniqueStart = "no two sessions of a user start at one instant";

    public const string EveryStart = "every session start has an event";

    public const string StartsKnown = "every session start has a user and a time";

    public const string WithinInstant = "it decides within an instant alone, whose events are never parted: one of them sees the instant before, whichever it is";

    public const string Superfluous = "it lets more rows through, which none is joined to, or which are the same row: sessions start as events_with_session_start says";

    public const string NotRead = "sessions read no session id, so that the join may find a start or not; it only must not find two";

    public const string SameId = "the first event by time and id has the same id whatever the campaign";

    public const string HasTime = "an event in a session has a time";
}
