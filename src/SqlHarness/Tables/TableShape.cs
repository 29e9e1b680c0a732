using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Portability;

namespace SqlHarness.Tables;

/// <summary>Makes shapes of tables.</summary>
public static class TableShape
{
    /// <summary>The shape of a table that is known only by its name. Engines discover it: <c>workspace.ShapeOfAsync</c>.</summary>
    /// <typeparam name="TRow">A class of the caller's own for this table.</typeparam>
    /// <param name="name">The table's name.</param>
    /// <param name="columns">Its columns, in order.</param>
    /// <param name="schema">The schema it stands in; null for the connection's own.</param>
    /// <exception cref="ArgumentException">There is no column, or two have one name, upper and lower case being the same; the message names it.</exception>
    public static TableShape<TRow> Named<TRow>(string name, IReadOnlyList<ColumnType> columns, string? schema = null) where TRow : TableRow
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (columns.Count == 0)
            throw new ArgumentException($"{name} has no columns.", nameof(columns));
        // Engines disagree whether a and A are one column; where they are two, no query can be said in all dialects.
        if (columns.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"{name} has the column {twice.Key} {twice.Count()} times.", nameof(columns));
        return new(name, schema, [.. columns.Select(Column<TRow>)], NamedTableSchema.Of(typeof(TRow), name, schema, columns));
    }

    /// <summary>The shape of the table that an entity is mapped to.</summary>
    /// <param name="mapping">The mapping; that of a connection knows more than the entity's attributes: what annotations say of NULL, and fluent mappings.</param>
    public static TableShape<TEntity> Of<TEntity>(MappingSchema mapping) where TEntity : class
    {
        var entity = mapping.GetEntityDescriptor(typeof(TEntity));
        return new(entity.Name.Name, entity.Name.Schema, [.. entity.Columns.Select(column =>
        {
            var row = Expression.Parameter(typeof(TEntity), "row");
            var selector = Expression.Lambda(column.MemberAccessor.GetGetterExpression(row), row);
            return new TableColumn<TEntity>(column.ColumnName, column.CanBeNull, selector, r => column.MemberAccessor.GetValue(r), column.DbType);
        })], null);
    }

    static TableColumn<TRow> Column<TRow>(ColumnType column) where TRow : TableRow
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var property = new Func<object, string, object>(Sql.Property<object>).Method.GetGenericMethodDefinition().MakeGenericMethod(NamedTableSchema.TypeInQuery(column));
        return new(column.Name, column.IsNullable, Expression.Lambda(Expression.Call(property, row, Expression.Constant(column.Name)), row), r => r.Cells[column.Name], column.DatabaseType);
    }
}
