using System.Globalization;
using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects.Layout;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>
/// Prints linq2db's statement, optimised and converted for a dialect, as a person would write it: steps as CTEs in their order, names instead of aliases, columns qualified only where
/// more than one source is read.
/// </summary>
sealed partial class StatementPrinter
{
    readonly Dialect _dialect;
    readonly IReadOnlyParameterValues? _parameters;
    readonly Func<SqlObjectName, string> _table;
    readonly ColumnNames _columns;
    readonly Dictionary<CteClause, string> _steps = new(ReferenceEqualityComparer.Instance);
    readonly Stack<Scope> _scopes = new();
    readonly SqlSelectStatement _statement;
    readonly int[] _order;

    // How many set operations stand around what is being printed.
    int _branches;

    /// <param name="dialect">The dialect.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">The values of its parameters.</param>
    /// <param name="names">The names of its columns, by the number that <see cref="Translation.OutputColumn"/> gave them.</param>
    /// <param name="table">How a table is named.</param>
    public StatementPrinter(Dialect dialect, SqlSelectStatement statement, IReadOnlyParameterValues? parameters, IReadOnlyList<string> names, Func<SqlObjectName, string> table)
    {
        (_dialect, _statement, _parameters, _table) = (dialect, statement, parameters, table);
        var numbers = statement.SelectQuery.Select.Columns.Select(c => Translation.OutputColumn.Number(c.Expression)
            ?? throw new DialectException($"The result has a column that is no member of it: {c.Expression}.")).ToArray();
        _order = [.. Enumerable.Range(0, numbers.Length).OrderBy(i => numbers[i])];
        _columns = new(statement, [.. numbers.Select(n => names[n])]);
    }

    /// <summary>The same for a statement that is run: its columns stand as linq2db reads them, called by what they are.</summary>
    public StatementPrinter(Dialect dialect, SqlSelectStatement statement, IReadOnlyParameterValues? parameters, Func<SqlObjectName, string> table)
    {
        (_dialect, _statement, _parameters, _table) = (dialect, statement, parameters, table);
        _order = [.. Enumerable.Range(0, statement.SelectQuery.Select.Columns.Count)];
        _columns = new(statement);
    }

    /// <summary>The steps, and the query over them.</summary>
    public PrintedQuery Print()
    {
        var clauses = _statement.With?.Clauses ?? [];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var clause in clauses)
            _steps.Add(clause, Unique(clause.Name, taken));
        return new(clauses.Any(c => c.IsRecursive) ? _dialect.WithRecursive : "WITH",
            [.. clauses.Select(c => (_dialect.Identifier(_steps[c]), Query(c.Body!)))], Query(_statement.SelectQuery), _statement.SelectQuery.OrderBy.Items.Count > 0);
    }

    static string Unique(string? name, HashSet<string> taken)
    {
        var own = string.IsNullOrEmpty(name) ? "step" : name;
        var unique = own;
        for (var i = 2; !taken.Add(unique); i++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{own}_{i}");
        return unique;
    }

    /// <summary>A query, without parentheses.</summary>
    Doc Query(SelectQuery query)
    {
        if (query.SetOperators.Count == 0)
            return Select(query, query.OrderBy.Items.Count > 0);
        // ORDER BY and LIMIT behind a set operation are those of the whole; in linq2db's tree they stand in its first query.
        _branches++;
        var parts = new List<Doc> { Select(query, ordered: false) };
        foreach (var operation in query.SetOperators)
        {
            var inner = operation.SelectQuery;
            var nested = inner.SetOperators.Count > 0 || inner.OrderBy.Items.Count > 0 || inner.Select.TakeValue is not null || inner.Select.SkipValue is not null;
            parts.Add(Doc.Of(Doc.HardLine, Word(operation.Operation), Doc.HardLine, nested ? Doc.Of("(", Doc.Nest(Doc.HardLine, Query(inner)), Doc.HardLine, ")") : Query(inner)));
        }

        _branches--;
        return Doc.Of(parts);
    }

    string Word(SetOperation operation) => operation switch
    {
        SetOperation.Union => _dialect.Union,
        SetOperation.UnionAll => "UNION ALL",
        SetOperation.Except => _dialect.DistinctSetOperator("EXCEPT"),
        SetOperation.Intersect => _dialect.DistinctSetOperator("INTERSECT"),
        SetOperation.ExceptAll when _dialect.HasSetOperatorsAll => "EXCEPT ALL",
        SetOperation.IntersectAll when _dialect.HasSetOperatorsAll => "INTERSECT ALL",
        _ => throw Refusal($"{operation} of two queries"),
    };

    Doc Select(SelectQuery query, bool ordered)
    {
        var isExpression = _scopes.Count > 0 && _subQueryDepth > 0;
        var sources = SourceNames.Of(query, _steps, _scopes.SelectMany(s => s.Names.Values));
        var qualifies = sources.Count > 1 || isExpression || HasSubQuery(query) || query == _statement.SelectQuery && _columns.IsAmbiguous(query);
        var grouped = query.GroupBy.Items.Count > 0 || query.Select.IsDistinct || query.HasSetOperators;
        _scopes.Push(new(query, sources, qualifies) { ComparesTexts = grouped && _dialect.TextEquality != "{0}" });
        var parts = new List<Doc> { Doc.Of(query.Select.IsDistinct ? "SELECT DISTINCT" : "SELECT", Columns(query)) };
        if (query.From.Tables.Count > 0)
            parts.Add(Plain(() => Doc.Of(Doc.HardLine, "FROM ", Doc.Join(Doc.Of(Doc.HardLine, "CROSS JOIN "), query.From.Tables.Select(Source)))));
        if (query.Where.SearchCondition.Predicates.Count > 0)
            parts.Add(Clause("WHERE", Plain(() => Condition(query.Where.SearchCondition))));
        if (query.GroupBy.Items.Count > 0)
            parts.Add(GroupBy(query));
        if (query.Having.SearchCondition.Predicates.Count > 0)
            parts.Add(Clause("HAVING", Condition(query.Having.SearchCondition)));
        if (query.HasSetOperators)
        {
            _scopes.Pop();
            return Doc.Of(parts);
        }

        if (ordered)
            parts.Add(Clause("ORDER BY", Doc.Join(Doc.Of(",", Doc.Line), query.OrderBy.Items.Select(i => Ordered(i.Expression, i.IsDescending, i.NullsPosition)))));
        parts.Add(_dialect.Paging(Whole(query.Select.TakeValue), Whole(query.Select.SkipValue), ordered));
        _scopes.Pop();
        return Doc.Of(parts);
    }

    static Doc Clause(string word, Doc content) => Doc.Of(Doc.HardLine, Doc.Group(word, Doc.Nest(Doc.Line, content)));

    Doc GroupBy(SelectQuery query)
    {
        if (query.GroupBy.GroupingType != GroupingType.Default)
            throw Refusal("grouping sets");
        return Clause("GROUP BY", Doc.Join(Doc.Of(",", Doc.Line), query.GroupBy.Items.Select(i => Expression(i))));
    }

    Doc Columns(SelectQuery query)
    {
        var columns = query.Select.Columns;
        if (columns.Count == 0)
            return " 1";
        var names = _columns.In(query);
        // Nothing reads the columns of a step by their place, unless a set operation does: what is passed on comes first, then what is computed.
        var order = query == _statement.SelectQuery ? _order
            : _branches > 0 ? Enumerable.Range(0, columns.Count)
            : Enumerable.Range(0, columns.Count).OrderBy(i => Place(columns[i].Expression));
        // In EXISTS and IN the names are of no use.
        var named = _subQueryDepth == 0;
        var parts = order.Select(i => Column(columns[i].Expression, named ? names[i] : null)).ToList();
        return parts is [var single] ? " " + single : Doc.Nest(Doc.HardLine, Doc.Join(Doc.Of(",", Doc.HardLine), parts));
    }

    // A table's columns stand as the table has them.
    static int Place(ISqlExpression expression) => expression switch
    {
        SqlNullabilityExpression nullable => Place(nullable.SqlExpression),
        SqlField { Table: SqlTable table } field => table.Fields.IndexOf(field),
        _ => ColumnNames.IsPassedOn(expression) ? int.MaxValue - 1 : int.MaxValue,
    };

    Doc Column(ISqlExpression expression, string? name)
    {
        var value = Translation.OutputColumn.Value(expression);
        var written = value is SqlValue { Value: null } nothing ? _dialect.NullOf(_dialect.TypeOf(nothing.ValueType)) : Expression(value);
        return name is null || IsCalled(value, name) && (_dialect.NamesQualifiedColumns || _scopes.Peek().Names.Count < 2) ? written : Doc.Of(written, " AS ", _dialect.Identifier(name));
    }

    // A column that passes on another under its own name is written without AS, unless something is done to it on the way.
    bool IsCalled(ISqlExpression expression, string name) => expression switch
    {
        SqlNullabilityExpression nullable => IsCalled(nullable.SqlExpression, name),
        SqlField field => field.PhysicalName == name && !IsComparedText(field),
        SqlCteTableField field => _columns.Of(field) == name && !IsComparedText(field),
        SqlColumn column => _columns.Of(column) == name && !IsComparedText(column),
        _ => false,
    };

    Doc Source(SqlTableSource table)
    {
        var source = Doc.Of(Named(table.Source), Doc.Of(table.Joins.Select(Join).ToArray()));
        return source;
    }

    Doc Join(SqlJoinedTable join)
    {
        var word = join.JoinType switch
        {
            JoinType.Inner when join.Condition.Predicates.Count == 0 => "CROSS JOIN",
            JoinType.Inner => "JOIN",
            JoinType.Left => "LEFT JOIN",
            JoinType.Right => "RIGHT JOIN",
            JoinType.Full when _dialect.HasFullJoin => "FULL JOIN",
            JoinType.Full => throw Refusal("FULL JOIN"),
            JoinType.Cross => "CROSS JOIN",
            _ => throw Refusal($"a join whose right side depends on the row of the left ({join.JoinType})"),
        };
        if (join.Table.Joins.Count > 0)
            throw Refusal("a join inside the right side of another");
        return word == "CROSS JOIN"
            ? Doc.Of(Doc.HardLine, word, " ", Named(join.Table.Source))
            : Doc.Of(Doc.HardLine, Doc.Group(word, " ", Named(join.Table.Source), Doc.Nest(Doc.Line, "ON ",
                join.Condition.Predicates.Count == 0 ? Truth(true) : Condition(join.Condition))));
    }

    Doc Named(ISqlTableSource source)
    {
        var scope = _scopes.Peek();
        var name = scope.Names[source];
        return source switch
        {
            SqlCteTable { Cte: { } step } => Called(_dialect.Identifier(_steps[step]), _steps[step], name),
            SqlTable { SqlTableType: SqlTableType.Table } table => Called(_table(table.TableName), table.TableName.Name, name),
            SelectQuery query => Doc.Of("(", Doc.Nest(Doc.HardLine, Derived(query)), Doc.HardLine, ") AS ", _dialect.Identifier(name)),
            SqlRawSqlTable or SqlTable => throw Refusal("raw SQL"),
            SqlValuesTable => throw Refusal("a list in memory as a table (Contains works)"),
            _ => throw Refusal($"a source of kind {source.ElementType}"),
        };
    }

    Doc Called(string written, string own, string name) =>
        own == name && (written == _dialect.Identifier(own) || !_scopes.Peek().Qualifies) ? written : Doc.Of(written, " AS ", _dialect.Identifier(name));

    // A query in FROM sees nothing of the queries around it.
    Doc Derived(SelectQuery query)
    {
        var (scopes, depth, branches) = (_scopes.ToArray(), _subQueryDepth, _branches);
        (_subQueryDepth, _branches) = (0, 0);
        _scopes.Clear();
        var doc = Query(query);
        foreach (var scope in scopes.Reverse())
            _scopes.Push(scope);
        (_subQueryDepth, _branches) = (depth, branches);
        return doc;
    }

    string? Whole(ISqlExpression? expression) =>
        expression is null ? null : Convert.ToInt64(Value(expression), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    static bool HasSubQuery(SelectQuery query) =>
        query.Select.Columns.Select(c => (IQueryElement)c.Expression).Append(query.Where.SearchCondition).Append(query.Having.SearchCondition)
            .Concat(query.GroupBy.Items).Concat(query.OrderBy.Items.Select(i => i.Expression)).Concat(Conditions(query))
            .Any(e => e.Find(inner => inner is SelectQuery) is not null);

    static IEnumerable<IQueryElement> Conditions(SelectQuery query) => query.From.Tables.SelectMany(Joins).Select(j => j.Condition);

    static IEnumerable<SqlJoinedTable> Joins(SqlTableSource table) => table.Joins.SelectMany(j => Joins(j.Table).Prepend(j));

    DialectException Refusal(string construct) => new($"{_dialect.Title} cannot express {construct}.");
}
