using LinqToDB.Mapping;

namespace SqlHarness.Cli.Generate;

/// <summary>An event before its arrival: without an id, and with the numbers of texts for texts, see <see cref="Pool"/>.</summary>
[Table("drawn")]
sealed class GeneratedEvent
{
    /// <summary>Whose; NULL where the browser did not say.</summary>
    [Column("user_id")] public required long? UserId { get; init; }

    /// <summary>When it happened, UTC, in whole microseconds; NULL where the visitor's device did not say.</summary>
    [Column("event_time")] public required DateTime? EventTime { get; init; }

    /// <summary>When it arrived, never before it happened.</summary>
    [Column("received_at")] public required DateTime ReceivedAt { get; init; }

    /// <summary>What was viewed.</summary>
    [Column("page")] public required short Page { get; init; }

    /// <summary>The campaign whose link was clicked; NULL for most views.</summary>
    [Column("campaign")] public required short? Campaign { get; init; }

    /// <summary>The site that the visitor came from; NULL within a visit, and where there was none.</summary>
    [Column("referrer")] public required short? Referrer { get; init; }

    [Column("device")] public required short Device { get; init; }

    [Column("country")] public required short Country { get; init; }
}
