namespace SqlHarness.ConformanceTests;

/// <summary>Whose it is to close a gap.</summary>
enum GapKind
{
    /// <summary>Ours: we could, and have not.</summary>
    NotImplemented,

    /// <summary>The engine's, its driver's or linq2db's.</summary>
    NotYet,

    /// <summary>Nobody's: the engine means otherwise.</summary>
    Never,
}
