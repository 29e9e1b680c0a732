using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>
/// The rows that an operator works on: a SELECT that is still without columns. Sources that stood on one level may stand in sub-queries of it; what
/// refers to them is then led through the
/// columns of these.
/// </summary>
sealed class Relation
{
    readonly HashSet<ISqlTableSource> _own;
    readonly IReadOnlyList<Relation> _nested;
    readonly Dictionary<IQueryElement, SqlColumn> _columns = new(ReferenceEqualityComparer.Instance);
    SqlColumn? _number;

    /// <param name="query">The SELECT.</param>
    /// <param name="own">What it reads itself.</param>
    /// <param name="nested">Relations that stand in it as sub-queries.</param>
    public Relation(SelectQuery query, IEnumerable<ISqlTableSource> own, params IReadOnlyList<Relation> nested) =>
        (Query, _own, _nested) = (query, [.. own], nested);

    public SelectQuery Query { get; }

    /// <summary>A number for each of its rows, to tell them apart where it stands as a sub-query; NULL on rows that an outer join adds.</summary>
    public ISqlExpression Number
    {
        get
        {
            if (_number is null)
                Query.Select.Columns.Add(_number = new(Query, WindowOf.RowNumber([], []), "sqlharness_row"));
            return _number;
        }
    }

    /// <summary>Reads one source alone.</summary>
    public static Relation Over(params IReadOnlyList<SqlTableSource> sources)
    {
        var query = new SelectQuery();
        query.From.Tables.AddRange(sources);
        return new(query, sources.SelectMany(Levels.Sources));
    }

    /// <summary>
    /// Pairs the rows of two relations, each with each; where one side has none, the rows of the other stand alone. A full join would say the same,
    /// but SQLite runs it without an index; here
    /// both sides are left-joined to one row, which the lift makes one a case.
    /// </summary>
    public static Relation Pairs(Relation left, Relation right)
    {
        var (query, one) = (new SelectQuery(), new SelectQuery());
        one.Select.Columns.Add(new(one, new SqlValue(1)));
        var source = new SqlTableSource(one, null);
        source.Joins.Add(new(JoinType.Left, left.Query, null, false));
        source.Joins.Add(new(JoinType.Left, right.Query, null, false));
        query.From.Tables.Add(source);
        return new(query, [], left, right);
    }

    /// <summary>Leads an expression to where this relation has what it refers to, in place.</summary>
    public T Lead<T>(T element) where T : class, IQueryElement => (T)new Guide(this).Visit(element)!;

    /// <summary>The same for a flag.</summary>
    public Flag Lead(Flag flag) => new(Lead(flag.Number));

    ISqlExpression? Here(ISqlTableSource source, ISqlExpression reference) =>
        _own.Contains(source) ? reference : _nested.Select(n => n.Exported(source, reference)).FirstOrDefault(e => e is not null);

    SqlColumn? Exported(ISqlTableSource source, ISqlExpression reference)
    {
        if (_columns.TryGetValue(reference, out var known))
            return known;
        if (Here(source, reference) is not { } here)
            return null;
        var column = new SqlColumn(Query, here);
        Query.Select.Columns.Add(column);
        return _columns[reference] = column;
    }

    sealed class Guide(Relation relation) : QueryElementVisitor(VisitMode.Modify)
    {
        public override IQueryElement? Visit(IQueryElement? element) =>
            Source(element) is { } source && relation.Here(source, (ISqlExpression)element!) is { } here ? here : base.Visit(element);

        static ISqlTableSource? Source(IQueryElement? element) => element switch
        {
            SqlField field => field.Table,
            SqlCteTableField field => field.Table,
            SqlColumn column => column.Parent,
            _ => null,
        };
    }
}
