using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>A copy of the statement under test, of which one probe takes the parts that it needs.</summary>
sealed class Blueprint
{
    readonly IReadOnlyParameterValues? _values;
    readonly Dictionary<SelectQuery, Standing> _standing;
    readonly Dictionary<SelectQuery, Relation> _outer = [];

    /// <param name="statement">The copy.</param>
    /// <param name="values">The values of its parameters.</param>
    public Blueprint(SqlStatement statement, IReadOnlyParameterValues? values)
    {
        (Levels, _values) = (StatementLevels.Of(statement), values);
        _standing = Levels.SelectMany(Standing.On).DistinctBy(s => s.Query).ToDictionary(s => s.Query);
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

    /// <summary>The rows of another level for which a sub-query is run; null for what is none.</summary>
    public Relation? OuterOf(StatementLevel level)
    {
        if (StandingOf(level) is not { } standing)
            return null;
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

    static Relation Beside(Relation outer, List<SqlTableSource> sources)
    {
        var query = new SelectQuery();
        query.From.Tables.Add(new(outer.Query, null));
        query.From.Tables.AddRange(sources);
        return new(query, sources.SelectMany(Statements.Levels.Sources), outer);
    }
}
