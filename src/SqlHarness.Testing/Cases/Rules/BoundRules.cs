using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Rules;

/// <summary>Rules, found to their tables and columns.</summary>
sealed class BoundRules
{
    readonly IReadOnlyList<InputTable> _tables;
    readonly IReadOnlyList<IReadOnlyList<FilterRule>> _filters;

    BoundRules(CaseRules rules, IReadOnlyList<InputTable> tables)
    {
        _tables = tables;
        Sizes = rules.Sizes;
        _filters = [.. tables.Select(t => (IReadOnlyList<FilterRule>)[.. rules.Filters.Where(f => f.Entity == t.Entity)])];
        Rows = [.. tables.Select(t => rules.Made.LastOrDefault(r => r.Entity == t.Entity)?.Draw)];
        Columns = [.. tables.Select(t => (IReadOnlyList<Func<Draws, object?>?>)[.. t.Columns.Select(c => rules.Columns.LastOrDefault(r => r.Entity == t.Entity && r.Member == c.Member)?.Draw)])];
        Unique = [.. tables.Select(t => (IReadOnlyList<IReadOnlyList<int>>)[.. rules.Uniques.Where(u => u.Entity == t.Entity).Select(u => (IReadOnlyList<int>)[.. u.Members.Select(t.Place)])])];
    }

    /// <summary>How many rows a table has; null where nothing was said.</summary>
    public (int Least, int Most)? Sizes { get; }

    /// <summary>For each table the generator of its rows, if there is one.</summary>
    public IReadOnlyList<Func<Draws, object>?> Rows { get; }

    /// <summary>For each table and column the generator of its values, if there is one; of several the last that was stated.</summary>
    public IReadOnlyList<IReadOnlyList<Func<Draws, object?>?>> Columns { get; }

    /// <summary>For each table the columns that are unique together.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> Unique { get; }

    /// <exception cref="ArgumentException">A rule names a table or a property that is not there; the message says which.</exception>
    public static BoundRules Of(CaseRules rules, IReadOnlyList<InputTable> tables)
    {
        IEnumerable<Type> named = [.. rules.Columns.Select(c => c.Entity), .. rules.Made.Select(r => r.Entity), .. rules.Filters.Select(f => f.Entity), .. rules.Uniques.Select(u => u.Entity)];
        foreach (var entity in named)
            _ = Places(tables, entity);
        foreach (var column in rules.Columns)
            _ = tables[Places(tables, column.Entity)[0]].Place(column.Member);
        return new(rules, tables);
    }

    /// <summary>The tables of a type.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IReadOnlyList<int> Places(IReadOnlyList<InputTable> tables, Type entity)
    {
        IReadOnlyList<int> places = [.. Enumerable.Range(0, tables.Count).Where(i => tables[i].Entity == entity)];
        return places.Count > 0 ? places
            : throw new ArgumentException($"A rule is about {entity.Name}, which the query does not read; it reads {string.Join(", ", tables.Select(t => t.Entity.Name))}.");
    }

    /// <summary>Whether a table's row satisfies the user's conditions.</summary>
    public bool Admit(int table, object?[] cells)
    {
        if (_filters[table].Count == 0)
            return true;
        var row = _tables[table].Row(cells);
        return _filters[table].All(f => f.Holds(row));
    }
}
