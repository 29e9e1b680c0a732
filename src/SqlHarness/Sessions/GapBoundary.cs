namespace SqlHarness.Sessions;

/// <summary>What a silence of exactly the gap means. Systems disagree: Flink and Kafka keep the session open, Beam and Kusto end it.</summary>
public enum GapBoundary
{
    /// <summary>A session ends when the silence is longer than the gap (<c>elapsed &gt; gap</c>).</summary>
    After,

    /// <summary>A session ends when the silence is as long as the gap or longer (<c>elapsed &gt;= gap</c>).</summary>
    At,
}
