using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Portability;

namespace SqlHarness.Tables;

/// <summary>A table and its columns: one description for tables that are mapped to entities and for those that are known only by their names. Made by <see cref="TableShape"/>.</summary>
/// <typeparam name="TRow">The row's type: an entity, or a class derived from <see cref="TableRow"/>.</typeparam>
public sealed class TableShape<TRow> where TRow : class
{
    readonly MappingSchema? _mapping;

    internal TableShape(string name, string? schema, IReadOnlyList<TableColumn<TRow>> columns, MappingSchema? mapping) => (Name, Schema, Columns, _mapping) = (name, schema, columns, mapping);

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The schema it stands in; null for the connection's own.</summary>
    public string? Schema { get; }

    /// <summary>Its columns, in order.</summary>
    public IReadOnlyList<TableColumn<TRow>> Columns { get; }

    /// <summary>A column by its name; where none is spelt exactly so, one that differs in upper and lower case only.</summary>
    /// <exception cref="UnknownColumnException">There is none; the message lists those there are and suggests the nearest.</exception>
    public TableColumn<TRow> Column(string name) =>
        Columns.FirstOrDefault(c => c.Name == name) ?? Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UnknownColumnException(Name, name, [.. Columns.Select(c => c.Name)]);

    /// <summary>The table, to be queried.</summary>
    /// <param name="context">A connection, prepared with <c>UseSqlHarness()</c> if operators are to be used.</param>
    /// <exception cref="InvalidOperationException">The connection maps <typeparamref name="TRow"/> to another table already.</exception>
    public ITable<TRow> In(IDataContext context)
    {
        if (_mapping is not null)
            NamedTableSchema.Add(_mapping, typeof(TRow), context);
        var table = context.GetTable<TRow>().TableName(Name);
        // Where a schema is a database, linq2db calls it by that word.
        return Schema is null ? table : DialectNames.Of(context.MappingSchema) is DialectNames.ClickHouse or DialectNames.MySql or DialectNames.MariaDb ? table.DatabaseName(Schema) : table.SchemaName(Schema);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(Schema is null ? "" : Schema + ".")}{Name} ({string.Join(", ", Columns)})";
}
