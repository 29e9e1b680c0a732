namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>A part of a level in which a sub-query may stand.</summary>
enum StandingPlace
{
    /// <summary>WHERE.</summary>
    Filter,

    /// <summary>A join's condition.</summary>
    Join,

    /// <summary>What is computed from filtered rows.</summary>
    Output,

    /// <summary>Applied to the rows on its left.</summary>
    Apply,
}
