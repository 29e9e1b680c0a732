using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Statistics;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Health;

/// <summary>
/// What cases must reach to prove something of a query: its constants and the values beside them, each table without a row, with one and with several,
/// ties, groups and NULLs of each column that it uses, and rows with and without a match for each reference and join.
/// </summary>
static class Requirements
{
    public static IReadOnlyList<Requirement> Of(InputTables tables, IReadOnlyList<CaseConstant> constants, ColumnUse use)
    {
        var used = use.Columns.SelectMany(c => JoinSituations.Places(tables, c)).Distinct().ToList();
        IEnumerable<Requirement> all =
        [
            .. Intervals(tables, constants),
            .. Columns(tables).SelectMany(p => Advised(ConstantSituations.Of(tables, constants, p.Table, p.Column), Advice(tables, p.Table, p.Column))),
            // Sizes that were stated are meant.
            .. Enumerable.Range(0, tables.Rules.Sizes is null ? tables.Tables.Count : 0).SelectMany(t => Advised(TableSituations.Sizes(tables, t), Advice(tables, t))),
            .. used.SelectMany(p => Advised(ColumnSituations.Of(tables, p.Table, p.Column), Advice(tables, p.Table, p.Column))),
            .. Advised(ReferenceSituations.Of(tables), "see that .Rows, .Where and .Unique leave parents and children apart and together"),
            .. Advised(use.Joins.SelectMany(j => JoinSituations.Of(tables, j.Left, j.Right)), "give both columns some common values and some of their own, by .Column or .Rows"),
        ];
        return [.. all.DistinctBy(r => r.Situation.Name)];
    }

    // Without a column of times none lie apart.
    static IEnumerable<Requirement> Intervals(InputTables tables, IReadOnlyList<CaseConstant> constants) =>
        !tables.Tables.Any(t => t.Columns.Any(c => c.IsTime)) ? []
        : Advised(ConstantSituations.OfIntervals(constants), "leave the times to the harness, or see that .Column or .Rows make times so far apart");

    static IEnumerable<Requirement> Advised(IEnumerable<Situation> situations, string advice) => situations.Select(s => new Requirement(s, advice));

    static IEnumerable<(int Table, int Column)> Columns(InputTables tables) =>
        tables.Tables.SelectMany((table, t) => Enumerable.Range(0, table.Columns.Count).Select(c => (t, c)));

    static string Advice(InputTables tables, int table, int column)
    {
        var entity = tables.Tables[table].Entity.Name;
        var text = $".Column(({entity} r) => r.{tables.Tables[table].Columns[column].Member}, …)";
        return tables.Rules.Columns[table][column] is not null ? $"widen {text}"
            : tables.Rules.Rows[table] is not null ? $"make such rows in .Rows of {entity}"
            : $"see whether {(tables.Rules.Sizes is null ? "" : ".Sized, ")}.Where or .Unique of {entity} forbid it, or generate it by {text}";
    }

    static string Advice(InputTables tables, int table) => $"see that .Where, .Unique and .Rows of {tables.Tables[table].Entity.Name} leave as many rows";
}
