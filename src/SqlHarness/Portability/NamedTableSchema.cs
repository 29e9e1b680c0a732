using System.Collections.Concurrent;
using System.Reflection;
using LinqToDB;
using LinqToDB.Internal.Mapping;
using LinqToDB.Mapping;
using LinqToDB.Metadata;
using SqlHarness.Tables;

namespace SqlHarness.Portability;

/// <summary>Maps a row class to a table that is known only by its name. One instance for one content, since linq2db translates each query anew for another.</summary>
sealed class NamedTableSchema : MappingSchema
{
    const string Prefix = "SqlHarness.Table.";

    static readonly ConcurrentDictionary<string, NamedTableSchema> Instances = new();

    NamedTableSchema(string configuration, Type row, string name, string? schema, IReadOnlyList<ColumnType> columns) : base(configuration) =>
        AddMetadataReader(new Reader(configuration, row, new TableAttribute(name) { Schema = schema, IsColumnAttributeRequired = true }, [.. columns]));

    public static NamedTableSchema Of(Type row, string name, string? schema, IReadOnlyList<ColumnType> columns)
    {
        var configuration = $"{Prefix}{row.FullName}.{string.Join('|', columns.Select(c => $"{c.Name}\0{c.Type.FullName}\0{c.IsNullable}").Prepend($"{schema}\0{name}"))}";
        return Instances.GetOrAdd(configuration, c => new(c, row, name, schema, columns));
    }

    /// <summary>The type that a query sees: nullable where the column is.</summary>
    public static Type TypeInQuery(ColumnType column) =>
        column.IsNullable && column.Type.IsValueType && Nullable.GetUnderlyingType(column.Type) is null ? typeof(Nullable<>).MakeGenericType(column.Type) : column.Type;

    public static void Add(MappingSchema schema, Type row, IDataContext context)
    {
        var added = context.MappingSchema.ConfigurationList.Where(c => c.StartsWith($"{Prefix}{row.FullName}.", StringComparison.Ordinal)).ToList();
        if (added.Count == 0)
            context.AddMappingSchema(schema);
        else if (!schema.ConfigurationList.Contains(added[0]))
            throw new InvalidOperationException($"{row.Name} stands for another table on this connection already; derive a class of its own from TableRow for each table.");
    }

    sealed class Reader(string id, Type row, TableAttribute table, ColumnType[] columns) : IMetadataReader
    {
        public MappingAttribute[] GetAttributes(Type type) => type == row ? [table] : [];

        public MappingAttribute[] GetAttributes(Type type, MemberInfo memberInfo) =>
            type == row && memberInfo is DynamicColumnInfo && Array.Find(columns, c => c.Name == memberInfo.Name) is { } column ? [new ColumnAttribute(column.Name) { CanBeNull = column.IsNullable }] : [];

        public MemberInfo[] GetDynamicColumns(Type type) =>
            type == row ? [.. columns.Select(c => new DynamicColumnInfo(row, TypeInQuery(c), c.Name))] : [];

        public string GetObjectID() => id;
    }
}
