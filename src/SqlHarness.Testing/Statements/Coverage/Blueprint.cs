using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>A copy of the statement under test, of which one probe takes the parts that it needs.</summary>
sealed class Blueprint
{
    readonly IReadOnlyParameterValues? _values;
    readonly Dictionary<SelectQuery, Standing> _standing;
    readonly Dictionary<SelectQuery, StatementLevel> _readers;
    readonly Dictionary<SelectQuery, Relation> _outer = [];

    /// <param name="statement">The copy.</param>
    /// <param name="values">The values of its parameters.</param>
    public Blueprint(SqlStatement statement, IReadOnlyParameterValues? values)
    {
        (Levels, _values) = (StatementLevels.Of(statement), values);
        _standing = Levels.SelectMany(Standing.On).DistinctBy(s => s.Query).ToDictionary(s => s.Query);
        _readers = Levels.SelectMany(l => l.Query.From.Tables.SelectMany(Statements.Levels.Sources).OfType<SelectQuery>()
            .Select(q => (Query: q, Reader: l)))
            .DistinctBy(r => r.Query).ToDictionary(r => r.Query, r => r.Reader);
    }

    /// <summary>The levels; the last but its united ones is the result.</summary>
    public IReadOnlyList<StatementLevel> Levels { get; }

    /// <summary>Where a level stands; null for one that is not run for each row of another.</summary>
    public Standing? StandingOf(StatementLevel level) => _standing.GetValueOrDefault(level.Query);

    /// <summary>What criteria know of a level. To be asked for, and used, before the level's rows are taken.</summary>
    public Scope ScopeOf(StatementLevel level) => new(level, _values) { Per = OuterOf(level) is { } outer ? [outer.Number] : [] };

    /// <summary>
    /// The rows that a level reads, joined; those of a sub-query that runs for each row of another level stand beside that row.
    /// </summary>
    /// <param name="level">The level. Its sources, and its WHERE, are moved.</param>
    /// <param name="isFiltered">Whether to take its WHERE too.</param>
    public Relation Rows(StatementLevel level, bool isFiltered)
    {
        var (sources, where) = (level.Query.From.Tables, level.Query.Where.SearchCondition);
        var rows = OuterOf(level) is { } outer ? Beside(outer, sources) : Relation.Over(sources);
        if (isFiltered)
        {
            rows.Lead(where);
            where.MoveTo(rows.Query.Where.SearchCondition);
        }

        return rows;
    }

    /// <summary>
    /// The rows of another level for which a sub-query is run, or the query that it stands in, where it refers to them; null for what is run once.
    /// </summary>
    public Relation? OuterOf(StatementLevel level)
    {
        if (StandingOf(level) is not { } standing)
            return _readers.TryGetValue(level.Query, out var reader) && SubQueries.AreCorrelated(level.Query) ? OuterOf(reader) : null;
        if (!_outer.TryGetValue(level.Query, out var outer))
            _outer.Add(level.Query, outer = Outer(standing));
        return outer;
    }

    Relation Outer(Standing standing)
    {
        if (standing.Apply is not { } apply)
            return Rows(standing.Owner, standing.Place != StandingPlace.Filter);
        var (left, place, _) = standing.Owner.Query.From.Tables.SelectMany(Joins.Of).First(j => j.Join == apply);
        return Relation.Over(Joins.LeftOf(left, place));
    }

    // As a sub-query: SQLite would join what stands behind the comma to what stands before it too.
    static Relation Beside(Relation outer, List<SqlTableSource> sources)
    {
        SubQueries.CheckSources(sources);
        var (query, inner) = (new SelectQuery(), Relation.Over(sources));
        query.From.Tables.Add(new(outer.Query, null));
        query.From.Tables.Add(new(inner.Query, null));
        return new(query, [], outer, inner);
    }
}
