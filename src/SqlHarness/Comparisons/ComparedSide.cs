using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A side of a comparison: a query or a table on a connection, typed or known only by its name.</summary>
public abstract class ComparedSide
{
    private protected ComparedSide(ComparedTable table, IDataContext context, string? filter, bool isTable) => (Table, Context, Filter, IsTable) = (table, context, filter, isTable);

    /// <summary>What messages call it, and its columns.</summary>
    public ComparedTable Table { get; }

    /// <summary>The connection. Two sides of one connection are compared by it in one query.</summary>
    public IDataContext Context { get; }

    /// <summary>What its rows are chosen by, in words; null where all are there.</summary>
    public string? Filter { get; }

    /// <summary>Whether its rows are those of a table, which are there; those of a query are calculated each time that they are looked at.</summary>
    internal bool IsTable { get; }

    /// <summary>A table.</summary>
    /// <param name="context">A connection, prepared with <c>UseSqlHarness()</c>.</param>
    /// <param name="shape">The table; engines discover the columns of one that is known only by its name: <c>workspace.ShapeOfAsync</c>.</param>
    /// <param name="where">Which rows; all if null.</param>
    /// <param name="said">What messages call it; by default its name.</param>
    public static ComparedSide Of<TRow>(IDataContext context, TableShape<TRow> shape, Expression<Func<TRow, bool>>? where = null, string? said = null) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(shape);
        IQueryable<TRow> rows = shape.In(context);
        return new Typed<TRow>(ComparedTable.Of(shape) with { Said = said ?? shape.Name }, context, rows, where, where?.Body.ToString(), shape.Columns, isTable: true);
    }

    /// <summary>A table, its rows chosen by a condition in its engine's own SQL.</summary>
    /// <param name="context">A connection, prepared with <c>UseSqlHarness()</c>.</param>
    /// <param name="shape">The table.</param>
    /// <param name="sql">The condition, as it stands behind WHERE; columns without their table's name.</param>
    /// <param name="said">What messages call it; by default its name.</param>
    public static ComparedSide Of<TRow>(IDataContext context, TableShape<TRow> shape, string sql, string? said = null) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        // Braces are places of parameters there.
        var condition = $"({sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)})";
        var row = Expression.Parameter(typeof(TRow), "row");
        var call = Expression.Call(typeof(Sql), nameof(Sql.Expr), [typeof(bool)], Expression.Constant(new RawSqlString(condition)), Expression.NewArrayInit(typeof(object)));
        return new Typed<TRow>(ComparedTable.Of(shape) with { Said = said ?? shape.Name }, context, shape.In(context), Expression.Lambda<Func<TRow, bool>>(call, row), sql, shape.Columns, isTable: true);
    }

    /// <summary>A query; its columns are the properties of its rows, those of nested objects too.</summary>
    /// <param name="context">The query's connection, prepared with <c>UseSqlHarness()</c>.</param>
    /// <param name="query">The query.</param>
    /// <param name="said">What messages call it.</param>
    public static ComparedSide Of<TRow>(IDataContext context, IQueryable<TRow> query, string said)
    {
        var columns = RowColumns.Of(typeof(TRow)).Select(Column<TRow>).ToList();
        return new Typed<TRow>(new ComparedTable(said, [.. columns.Select(c => new ColumnType(c.Name, Nullable.GetUnderlyingType(c.Type) ?? c.Type, c.IsNullable))]), context, query, null, null, columns, isTable: false);
    }

    /// <summary>Rows of an entity, by the columns that it is mapped to.</summary>
    /// <param name="context">The query's connection, prepared with <c>UseSqlHarness()</c>.</param>
    /// <param name="query">The rows.</param>
    /// <param name="shape">The entity's columns.</param>
    /// <param name="said">What messages call it.</param>
    public static ComparedSide Of<TRow>(IDataContext context, IQueryable<TRow> query, TableShape<TRow> shape, string said) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new Typed<TRow>(ComparedTable.Of(shape) with { Said = said }, context, query, null, null, shape.Columns, isTable: query is ITable<TRow>);
    }

    /// <summary>The same side, of which some columns are declared with other types than they are read as; the schema's differences say so.</summary>
    /// <param name="declared">The columns with these types, as their engine calls them.</param>
    public abstract ComparedSide Declaring(IReadOnlyDictionary<string, string> declared);

    /// <summary>How many rows the filter leaves out.</summary>
    internal abstract Task<long> LeftOutAsync(CancellationToken cancellationToken);

    /// <summary>The rows of which a number of a column lies between two, both included; not those that have none.</summary>
    /// <param name="column">The column's name on this side.</param>
    /// <param name="number">The number of its cell.</param>
    /// <param name="range">What it lies between.</param>
    /// <param name="said">The same in words.</param>
    internal abstract ComparedSide Within(string column, Func<Expression, Expression> number, (long Least, long Greatest) range, string said);

    /// <summary>The rows with these columns, each in its common form.</summary>
    internal abstract IQueryable<SideRow<TCells>> Rows<TCells>(IReadOnlyList<(string Name, Func<Expression, Expression> Form)> columns);

    static TableColumn<TRow> Column<TRow>(RowColumn column)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var cell = column.Path.Aggregate((Expression)row, Expression.MakeMemberAccess);
        var isNullable = !cell.Type.IsValueType || Nullable.GetUnderlyingType(cell.Type) is not null;
        return new(column.Name, isNullable, Expression.Lambda(cell, row), r => column.ValueOf(r), null);
    }

    sealed class Typed<TRow>(ComparedTable table, IDataContext context, IQueryable<TRow> all, Expression<Func<TRow, bool>>? where, string? filter, IReadOnlyList<TableColumn<TRow>> columns, bool isTable)
        : ComparedSide(table, context, filter, isTable)
    {
        // A step of its own, since the words of a condition may be SQL that names columns without their table.
        readonly IQueryable<TRow> _rows = where is null ? all : all.Where(where);

        public override ComparedSide Declaring(IReadOnlyDictionary<string, string> declared) => new Typed<TRow>(Table with { Declared = declared }, Context, all, where, Filter, columns, IsTable);

        internal override async Task<long> LeftOutAsync(CancellationToken cancellationToken) => where is null ? 0
            : await all.LongCountAsync(cancellationToken).ConfigureAwait(false) - await _rows.LongCountAsync(cancellationToken).ConfigureAwait(false);

        internal override ComparedSide Within(string column, Func<Expression, Expression> number, (long Least, long Greatest) range, string said)
        {
            var row = where?.Parameters[0] ?? Expression.Parameter(typeof(TRow), "row");
            var value = number(CellOf(columns.Single(own => own.Name == column), row));
            var isWithin = Expression.AndAlso(Expression.GreaterThanOrEqual(value, Expression.Constant((long?)range.Least, typeof(long?))), Expression.LessThanOrEqual(value, Expression.Constant((long?)range.Greatest, typeof(long?))));
            return new Typed<TRow>(Table, Context, all, Expression.Lambda<Func<TRow, bool>>(where is null ? isWithin : Expression.AndAlso(where.Body, isWithin), row), Filter is null ? said : $"{Filter} and {said}", columns, IsTable);
        }

        internal override IQueryable<SideRow<TCells>> Rows<TCells>(IReadOnlyList<(string Name, Func<Expression, Expression> Form)> these)
        {
            var row = Expression.Parameter(typeof(TRow), "row");
            var cells = CellTree.Of([.. these.Select(c => c.Form(CellOf(columns.Single(own => own.Name == c.Name), row)))]);
            var made = typeof(SideRow<TCells>);
            return _rows.Select(Expression.Lambda<Func<TRow, SideRow<TCells>>>(
                Expression.MemberInit(Expression.New(made), Expression.Bind(made.GetProperty(nameof(SideRow<>.Cells))!, cells), Expression.Bind(made.GetProperty(nameof(SideRow<>.IsThere))!, Expression.Constant(1))), row));
        }

        static Expression CellOf(TableColumn<TRow> column, ParameterExpression row) => new Replacement(column.Selector.Parameters[0], row).Visit(column.Selector.Body);
    }

    sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
