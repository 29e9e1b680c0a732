using LinqToDB.Mapping;
using SqlHarness.Testing.Cases.Rules;

namespace SqlHarness.Testing.Cases.Tables;

/// <summary>The tables that a query reads, in the order of its parameters, and what must hold of their rows.</summary>
sealed class InputTables
{
    InputTables(IReadOnlyList<InputTable> tables, IReadOnlyList<ForeignKey> foreignKeys, BoundRules rules) =>
        (Tables, ForeignKeys, Rules, Validity) = (tables, foreignKeys, rules, new(tables, foreignKeys, rules));

    public IReadOnlyList<InputTable> Tables { get; }

    public IReadOnlyList<ForeignKey> ForeignKeys { get; }

    /// <summary>What the user stated.</summary>
    public BoundRules Rules { get; }

    public CaseValidity Validity { get; }

    /// <summary>Describes tables by their mapping.</summary>
    /// <param name="mapping">The mapping of the connection that the cases are for: it knows what annotations say of NULL, and fluent mappings.</param>
    /// <param name="entities">The tables' entity types.</param>
    /// <param name="rules">What the user states beyond the mapping.</param>
    /// <exception cref="ArgumentException">A type's rows cannot be made, or a rule names what is not there; the message says which.</exception>
    public static InputTables Of(MappingSchema mapping, IReadOnlyList<Type> entities, CaseRules? rules = null)
    {
        rules ??= CaseRules.None;
        var descriptors = entities.Select(e => mapping.GetEntityDescriptor(e)).ToList();
        IReadOnlyList<InputTable> tables = [.. descriptors.Select(Table)];
        var keys = Associations.Of(tables, descriptors).ToList();
        foreach (var match in rules.Matching)
        {
            foreach (var key in match.In(tables))
                Associations.AddOnce(keys, key);
        }

        return new(tables, keys, BoundRules.Of(rules, tables));
    }

    /// <summary>The case as rows of the entity types.</summary>
    public InputCase Rows(CellCase cells) => new([.. cells.Tables.Select((t, i) => (IReadOnlyList<object>)[.. t.Select(Tables[i].Row)])]);

    /// <summary>The case as cells.</summary>
    public CellCase Cells(InputCase rows) => new([.. rows.Tables.Select((t, i) => (IReadOnlyList<object?[]>)[.. t.Select(Tables[i].Cells)])]);

    static InputTable Table(EntityDescriptor entity) => new(entity.ObjectType, [.. entity.Columns.Select(Column)], EntityRows.Maker(entity), EntityRows.Reader(entity));

    static InputColumn Column(ColumnDescriptor column)
    {
        var type = Nullable.GetUnderlyingType(column.MemberType);
        return new()
        {
            Member = column.MemberName, Name = column.ColumnName, Type = type ?? column.MemberType, IsKey = column.IsPrimaryKey,
            IsNullable = column.CanBeNull && !column.IsPrimaryKey && (type is not null || !column.MemberType.IsValueType),
            IsConverted = column.ValueConverter is not null, Length = column.Length, Precision = column.Precision, Scale = column.Scale,
        };
    }
}
