using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>An element of a level, with all that are equal to it there.</summary>
/// <param name="Level">The level.</param>
/// <param name="Element">The first of them.</param>
/// <param name="Key">What tells it from others of the level.</param>
sealed record Site(MutatedLevel Level, IQueryElement Element, string Key)
{
    /// <summary>All of them.</summary>
    public List<IQueryElement> All { get; } = [Element];

    /// <summary>The clauses in which they stand.</summary>
    public HashSet<Clause> Clauses { get; } = [];

    /// <summary>Whether each is a whole slot: not a part of something greater.</summary>
    public bool IsRoot { get; set; } = true;

    /// <summary>Whether each stands in a filter where unknown is as good as false: under AND and OR alone.</summary>
    public bool IsFilter { get; set; } = true;
}
