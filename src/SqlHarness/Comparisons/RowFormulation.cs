namespace SqlHarness.Comparisons;

/// <summary>One of the queries that compare the rows of two sides on one engine; all have the same meaning.</summary>
public enum RowFormulation
{
    /// <summary>A full join on the key. Where a key turns out not to be unique, its rows are taken out and compared as bags.</summary>
    FullJoin,

    /// <summary>Both sides in one UNION ALL, grouped by the key; for engines without a full join, or without a hash join.</summary>
    UnionAndGroup,
}
