using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>A statement of its own that asks of one operator which of its situations the cases reach.</summary>
/// <param name="level">The place of the level that the operator stands on.</param>
abstract class Probe(int level)
{
    /// <summary>What of the level is probed, where it cannot be.</summary>
    public abstract string Place { get; }

    /// <summary>The level.</summary>
    public StatementLevel LevelIn(Blueprint statement) => statement.Levels[level];

    /// <summary>The rows to look at and what to look for; it takes them out of the statement.</summary>
    public abstract Planted Plant(Blueprint statement);
}
