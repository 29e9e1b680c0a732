using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>What is the same for all cases of a query: each column's domain, the steps between times, and the order in which tables are filled.</summary>
sealed class GenerationPlan
{
    readonly IReadOnlyList<IReadOnlyList<ColumnValues>> _values;
    readonly HashSet<ForeignKey> _late;

    /// <exception cref="ArgumentException">A column's values cannot be generated, or tables refer to each other so that none can be the first; the message names them.</exception>
    public GenerationPlan(InputTables input, IReadOnlyList<CaseConstant> constants)
    {
        Input = input;
        constants = [.. constants.Select(c => OfParents(input, c))];
        _values = [.. input.Tables.Select(t => (IReadOnlyList<ColumnValues>)[.. t.Columns.Select(c => ColumnValues.Of(t, c, constants))])];
        Steps = new([.. constants.Select(c => c.Value).OfType<TimeSpan>().Distinct()]);
        for (var t = 0; t < input.Tables.Count; t++)
            CheckColumns(t);
        Order = Ordered(input);
        var place = Order.Select((table, i) => (table, i)).ToDictionary(p => p.table, p => p.i);
        _late = [.. input.ForeignKeys.Where(k => place[k.Parent] > place[k.Child])];
        foreach (var key in _late.Where(k => IsHard(input, k)))
            throw new ArgumentException($"{input.Tables[key.Child].Entity.Name} and {input.Tables[key.Parent].Entity.Name} refer to each other and neither may be NULL, so that no row can be the first.");
    }

    public InputTables Input { get; }

    public TimeSteps Steps { get; }

    /// <summary>The tables, parents before children.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>Foreign keys whose parents are made after their children, because tables refer to each other.</summary>
    public IEnumerable<ForeignKey> Late => _late;

    /// <summary>A table's foreign keys whose parents are made before it; those within the table last.</summary>
    public IEnumerable<ForeignKey> KeysOf(int table) => Input.ForeignKeys.Where(k => k.Child == table && !_late.Contains(k)).OrderBy(k => k.Parent == table);

    /// <summary>The other tables without whose rows a table has none, since its references to them take no NULL.</summary>
    public IEnumerable<int> ParentsOf(int table) => KeysOf(table).Where(k => k.Parent != table && IsHard(Input, k)).Select(k => k.Parent);

    /// <summary>A column's domain.</summary>
    public ColumnValues Values(int table, int column) => _values[table][column];

    void CheckColumns(int table)
    {
        var (entity, columns) = (Input.Tables[table].Entity, Input.Tables[table].Columns);
        for (var c = 0; c < columns.Count; c++)
        {
            if (!columns[c].IsTime && Values(table, c).IsEmpty && !columns[c].IsNullable && Input.Rules.Columns[table][c] is null && Input.Rules.Rows[table] is null)
                throw new ArgumentException($"No values are known for {entity.Name}.{columns[c].Member} of type {columns[c].Type.Name}; state them: .Column(({entity.Name} r) => r.{columns[c].Member}, gen).");
        }
    }

    /// <summary>A table's columns that are NULL until what they refer to is made.</summary>
    public IEnumerable<int> LateColumns(int table) => _late.Where(k => k.Child == table).SelectMany(k => k.ChildColumns).Where(c => Input.Tables[table].Columns[c].IsNullable);

    // In the order given, but parents first; where tables refer to each other, those first that a column without NULL refers to.
    static List<int> Ordered(InputTables input)
    {
        var (order, entered, open) = (new List<int>(), new HashSet<int>(), new HashSet<int>());
        for (var t = 0; t < input.Tables.Count; t++)
            Visit(t);
        return order;

        void Visit(int table)
        {
            if (!entered.Add(table))
                return;
            open.Add(table);
            foreach (var key in input.ForeignKeys.Where(k => k.Child == table).OrderByDescending(k => IsHard(input, k)))
            {
                if (IsHard(input, key) || !open.Overlaps(Needed(key.Parent, [])))
                    Visit(key.Parent);
            }

            open.Remove(table);
            order.Add(table);
        }

        HashSet<int> Needed(int table, HashSet<int> needed)
        {
            if (needed.Add(table))
            {
                foreach (var key in input.ForeignKeys.Where(k => k.Child == table && IsHard(input, k)))
                    Needed(key.Parent, needed);
            }

            return needed;
        }
    }

    // What a reference is compared with must be found where it refers to.
    static CaseConstant OfParents(InputTables input, CaseConstant constant)
    {
        var columns = constant.Columns.ToList();
        for (var i = 0; i < columns.Count; i++)
        {
            var parents = from key in input.ForeignKeys
                          from pair in key.ChildColumns.Zip(key.ParentColumns)
                          where Column(key.Child, pair.First) == columns[i]
                          select Column(key.Parent, pair.Second);
            columns.AddRange(parents.Distinct().Where(p => !columns.Contains(p)).ToList());
        }

        return constant with { Columns = columns };

        BaseColumn Column(int table, int column) => new(input.Tables[table].Entity, input.Tables[table].Columns[column].Name);
    }

    static bool IsHard(InputTables input, ForeignKey key) => !key.ChildColumns.Any(c => input.Tables[key.Child].Columns[c].IsNullable);
}
