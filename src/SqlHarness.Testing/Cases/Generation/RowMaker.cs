using SqlHarness.Testing.Cases.Rules;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Generation;

/// <summary>
/// Makes the rows of one table of a case. Most rows follow an earlier one: they share its groups and references and come some step after it in time, so that
/// neighbours within a group meet the query's intervals; some differ from it in their key alone.
/// </summary>
sealed class RowMaker
{
    const int Attempts = 12;

    // From this attempt on, values are no longer chosen to collide.
    const int Wide = 4;

    readonly GenerationPlan _plan;
    readonly int _table;
    readonly int _size;
    readonly Draws _draws;
    readonly TableHealth _health;
    readonly IReadOnlyList<InputColumn> _columns;
    readonly BoundRules _stated;
    readonly KeyPool?[] _keyPools;
    readonly IReadOnlyList<ForeignKey> _references;
    readonly (IReadOnlyList<int> Columns, HashSet<IReadOnlyList<object?>> Seen)[] _uniques;
    readonly IReadOnlyList<object?[]> _strangers;
    readonly Following _following;
    readonly CellMaker _cells;
    readonly Referrer _referrer;
    readonly List<object?[]> _rows = [];

    public RowMaker(GenerationPlan plan, int table, IReadOnlyList<List<object?[]>?> made, int size, Draws draws, TableHealth health)
    {
        (_plan, _table, _size, _draws, _health) = (plan, table, size, draws, health);
        _columns = plan.Input.Tables[table].Columns;
        _stated = plan.Input.Rules;
        _references = [.. plan.KeysOf(table)];
        ColumnPalette[] palettes = [.. _columns.Select((c, i) => new ColumnPalette(c, plan.Values(table, i), plan.Roles.MostNulls(plan.ColumnOf(table, i)), draws))];
        _uniques = [.. plan.Input.Validity.Uniques(table).Select(u => (u, new HashSet<IReadOnlyList<object?>>(CellKeys.Comparer)))];
        var referring = _references.SelectMany(r => r.ChildColumns).ToHashSet();
        _keyPools = [.. _columns.Select((c, i) => KeyPool.Covers(c) && !referring.Contains(i) && _uniques.Any(u => u.Columns is [var only] && only == i)
            ? new KeyPool(c, plan.Values(table, i), size, draws) : null)];
        _strangers = [.. made.Where((_, i) => i != table).OfType<List<object?[]>>().SelectMany(t => t)];
        _following = Following.Of(draws);
        _cells = new(plan, table, palettes, _following, draws);
        _referrer = new(plan, table, made, palettes, draws);
    }

    public List<object?[]> Make()
    {
        for (var i = 0; i < _size; i++)
        {
            if (TryMake() is { } row)
                Keep(row);
            else
                _health.GivenUp++;
        }

        return _rows;
    }

    void Keep(object?[] row)
    {
        _rows.Add(row);
        _health.Kept++;
        foreach (var (columns, seen) in _uniques)
            seen.Add(CaseValidity.KeyOf(row, columns));
    }

    object?[]? TryMake()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var row = Draw(attempt >= Wide);
            if (row is null)
                _health.DiscardedByReference++;
            else if (_uniques.Any(u => u.Seen.Contains(CaseValidity.KeyOf(row, u.Columns))))
                _health.DiscardedByKey++;
            else if (_stated.Admit(_table, row))
                return row;
            else
                DiscardByCondition(row);
        }

        return null;
    }

    void DiscardByCondition(object?[] row)
    {
        _health.DiscardedByCondition++;
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c] is { } key && _stated.Rows[_table] is null && _stated.Columns[_table][c] is null)
                _keyPools[c]?.Return(key);
        }
    }

    object?[]? Draw(bool isWide)
    {
        var draft = Draft();
        if (!_references.Where(r => r.Parent != _table).All(r => _referrer.Refer(r, draft, _rows)))
            return null;
        SetKeysAndStated(draft);
        // After the keys: where NULL is not allowed, the first row can only refer to itself.
        if (!_references.Where(r => r.Parent == _table).All(r => _referrer.Refer(r, draft, _rows)))
            return null;
        for (var c = 0; c < _columns.Count; c++)
        {
            if (!draft.IsSet[c] && !_columns[c].IsTime)
                (draft.Cells[c], draft.IsSet[c]) = (_cells.Value(c, draft, isWide), true);
        }

        for (var c = 0; c < _columns.Count; c++)
        {
            if (!draft.IsSet[c])
                (draft.Cells[c], draft.IsSet[c]) = (_cells.Time(c, draft, _rows, isWide), true);
        }

        return Enumerable.Range(0, _columns.Count).Any(c => draft.Cells[c] is null && !_columns[c].IsNullable) ? null : draft.Cells;
    }

    RowDraft Draft()
    {
        var earlier = _rows.Count > 0 && _draws.Chance(_following.Follows) ? _draws.Chance(_following.Last) ? _rows[^1] : _draws.Of(_rows) : null;
        if (_stated.Rows[_table] is { } own)
            return new(_plan.Input.Tables[_table].Cells(own(_draws)), [.. Enumerable.Repeat(true, _columns.Count)], earlier, IsTwin: false, [], null);
        var isSet = new bool[_columns.Count];
        foreach (var c in _plan.LateColumns(_table))
            isSet[c] = true;
        return new(new object?[_columns.Count], isSet, earlier, earlier is not null && _draws.Chance(8), [], _strangers.Count > 0 && _draws.Chance(40) ? _draws.Of(_strangers) : null);
    }

    void SetKeysAndStated(RowDraft draft)
    {
        for (var c = 0; c < _columns.Count; c++)
        {
            // A user's own row keeps its key unless that is taken.
            if (draft.IsSet[c] && !(_keyPools[c] is not null && IsTaken(c, draft.Cells[c])))
                continue;
            if (_stated.Columns[_table][c] is { } values && !draft.IsSet[c])
                (draft.Cells[c], draft.IsSet[c]) = (draft.IsTwin && _keyPools[c] is null ? draft.Earlier![c] : values(_draws), true);
            else if (_keyPools[c] is { } pool)
                (draft.Cells[c], draft.IsSet[c]) = (pool.Next(), true);
        }
    }

    bool IsTaken(int column, object? value) => Array.Exists(_uniques, u => u.Columns is [var only] && only == column && u.Seen.Contains([value]));
}
