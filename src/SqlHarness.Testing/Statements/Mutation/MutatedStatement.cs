using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Joins;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>A statement under mutation, with the values of its parameters.</summary>
sealed class MutatedStatement
{
    readonly IReadOnlyParameterValues? _values;
    readonly NullFacts _nulls;
    readonly Lazy<IReadOnlyList<object>> _constants;
    readonly Dictionary<SelectQuery, IReadOnlyList<int>?> _keys = [];

    public MutatedStatement(SqlStatement statement, IReadOnlyParameterValues? values)
    {
        (Statement, _values) = (statement, values);
        var levels = StatementLevels.Of(statement);
        _nulls = new([.. levels.Select(l => l.Query)], Value);
        Levels = [.. levels.Select(l => new MutatedLevel(this, l))];
        _constants = new(() => 
        [
            .. Levels.SelectMany(l => l.Sites).Select(s => s.Element).Except(Levels.SelectMany(l => l.Sites).SelectMany(s => Literals.Unwritten(s.Element)), ReferenceEqualityComparer.Instance)
                .OfType<ISqlExpression>().Select(Value).OfType<object>().Distinct(),
        ]);
    }

    public SqlStatement Statement { get; }

    public IReadOnlyList<MutatedLevel> Levels { get; }

    /// <summary>The constants of all levels, each once.</summary>
    public IReadOnlyList<object> Constants => _constants.Value;

    public bool NeverNull(ISqlExpression expression, SelectQuery query) => _nulls.Never(expression, query);

    /// <summary>A constant's value; null where the expression is none, or NULL, or a list.</summary>
    public object? Value(ISqlExpression expression) => Literals.ValueOf(expression, _values) is { } value and not (System.Collections.IEnumerable and not string) ? value : null;

    /// <summary>The values in a list that an IN looks through.</summary>
    public IReadOnlyList<object> Values(ISqlExpression expression) => [.. Literals.ValuesOf(expression, _values)];

    /// <summary>The places of columns that tell a query's rows apart; null where there are none, or none are known.</summary>
    public IReadOnlyList<int>? KeyOf(SelectQuery query)
    {
        if (_keys.TryGetValue(query, out var known))
            return known;
        // A recursive query meets itself.
        _keys[query] = null;
        return _keys[query] = FindKey(query);
    }

    /// <summary>Whether a query is only asked whether it has a row: in IN or EXISTS.</summary>
    public bool IsMembership(SelectQuery query) => Levels.SelectMany(l => l.Sites).Any(s => s.Element is SqlPredicate.Exists exists && exists.SubQuery == query
        || s.Element is SqlPredicate.InSubQuery membership && membership.SubQuery == query);

    /// <summary>Whether a query is one side of set operators that all drop equal rows.</summary>
    public bool IsPartOfSet(SelectQuery query) => Levels.Any(l => l.Query.HasSetOperators && Statements.Levels.Branches(l.Query).Contains(query)
        && l.Query.SetOperators.TrueForAll(o => o.Operation is SetOperation.Union or SetOperation.Except or SetOperation.Intersect));

    List<int>? FindKey(SelectQuery query)
    {
        List<int> all = [.. Enumerable.Range(0, query.Select.Columns.Count)];
        if (query.HasSetOperators)
            return query.SetOperators[^1].Operation is SetOperation.Union or SetOperation.Except or SetOperation.Intersect ? all : null;
        var rows = Levels.First(l => l.Query == query).Rows;
        if (!AreUnique(all))
            return query.Select is { IsDistinct: true, IsDistinctOn: false } ? all : null;
        foreach (var place in all.AsEnumerable().Reverse().ToList())
        {
            List<int> fewer = [.. all.Where(i => i != place)];
            all = AreUnique(fewer) ? fewer : all;
        }

        return all;

        bool AreUnique(List<int> columns) => rows.AreUnique(columns.Select(i => query.Select.Columns[i].Expression));
    }

    /// <summary>The one-line text of an element; of a condition without the parentheses around it, and of sub-queries, which are levels of their own, only the beginning.</summary>
    public string Text(IQueryElement element)
    {
        var text = ElementText.Of(element, _values);
        element.VisitParentFirst(e =>
        {
            if (e is SelectQuery query)
                text = text.Replace(ElementText.Of(query, _values),
                    $"SELECT {Columns(query)} FROM {string.Join(", ", query.From.Tables.SelectMany(Statements.Levels.Sources).Select(JoinSides.Name))} …",
                    StringComparison.Ordinal);
            return e is not SelectQuery && !MutatedLevel.IsColumn(e);
        });
        return element is SqlSearchCondition { Predicates.Count: > 0 } ? text[1..^1].Trim() : text;
    }

    /// <summary>What a query selects, in one line.</summary>
    public string Columns(SelectQuery query) => query.Select.Columns.Count == 0 ? "*" : string.Join(", ", query.Select.Columns.Select(c => Text(c.Expression)));
}
