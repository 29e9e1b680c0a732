namespace SqlHarness.Comparisons;

/// <summary>What a comparison says in a word.</summary>
public enum Verdict
{
    /// <summary>All rows of both sides are equal, value by value, and no rule hid anything.</summary>
    Identical,

    /// <summary>All rows are equal as far as the stated rules let see: at least one of them hid a difference, or left something out.</summary>
    EqualWithinRules,

    /// <summary>The rows of a sample are equal; nothing is said of the others.</summary>
    SampleEqual,

    /// <summary>Some rows, totals or columns differ.</summary>
    Different,
}
