using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A side of a comparison: what messages call it, and its columns.</summary>
/// <param name="Said">What messages call it: <c>orders.csv</c>, <c>postgresql table sales.orders</c>.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record ComparedTable(string Said, IReadOnlyList<ColumnType> Columns)
{
    /// <summary>The columns that are read as another type than they are declared with, and that type as their engine calls it.</summary>
    public IReadOnlyDictionary<string, string> Declared { get; init; } = new Dictionary<string, string>();

    /// <summary>The side that a shape describes, typed or known only by its name.</summary>
    public static ComparedTable Of<TRow>(TableShape<TRow> shape) where TRow : class =>
        new(shape.Name, [.. shape.Columns.Select(c => new ColumnType(c.Name, Nullable.GetUnderlyingType(c.Type) ?? c.Type, c.IsNullable, c.DatabaseType))]);

    /// <summary>A column by its name; where none is spelt exactly so, one that differs in upper and lower case only; null if there is none.</summary>
    internal ColumnType? Find(string name) => Columns.FirstOrDefault(c => c.Name == name) ?? Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="UnknownColumnException">There is none; the message lists those there are and suggests the nearest.</exception>
    internal ColumnType Column(string name) => Find(name) ?? throw new UnknownColumnException(Said, name, [.. Columns.Select(c => c.Name)]);
}
