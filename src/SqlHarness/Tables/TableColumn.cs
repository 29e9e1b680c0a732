using System.Linq.Expressions;

namespace SqlHarness.Tables;

/// <summary>A column of a table, typed or known only by its name: what it is called, what it holds, and how a query and a row in memory get at it.</summary>
/// <typeparam name="TRow">The row's type.</typeparam>
public sealed class TableColumn<TRow>
{
    internal TableColumn(string name, bool isNullable, LambdaExpression selector, Func<TRow, object?> valueOf, string? databaseType) =>
        (Name, IsNullable, Selector, ValueOf, DatabaseType) = (name, isNullable, selector, valueOf, databaseType);

    /// <summary>The name in SQL, unquoted.</summary>
    public string Name { get; }

    /// <summary>The type of its values in C#; that of <c>long?</c> where an integer can be NULL.</summary>
    public Type Type => Selector.ReturnType;

    /// <summary>Whether it can be NULL.</summary>
    public bool IsNullable { get; }

    /// <summary>The type as the engine calls it, <c>DECIMAL(18,2)</c>; null where nobody asked an engine.</summary>
    public string? DatabaseType { get; }

    /// <summary>The column in a query: a lambda from the row to <see cref="Type"/>.</summary>
    public LambdaExpression Selector { get; }

    /// <summary>The value in a row that was read.</summary>
    public Func<TRow, object?> ValueOf { get; }

    /// <summary>The column in a query, as a selector that operators take.</summary>
    /// <typeparam name="T">Its <see cref="Type"/>, or one that this converts to: <c>long?</c> for <c>long</c>, <c>object</c> for any.</typeparam>
    /// <exception cref="ArgumentException">It does not hold such values; the message names the column and what it holds.</exception>
    public Expression<Func<TRow, T>> As<T>() => Selector as Expression<Func<TRow, T>> ?? (typeof(T).IsAssignableFrom(Type) || Nullable.GetUnderlyingType(typeof(T)) == Type
        ? Expression.Lambda<Func<TRow, T>>(Expression.Convert(Selector.Body, typeof(T)), Selector.Parameters)
        : throw new ArgumentException($"Column {Name} holds {TypeText.Of(Type)}, not {TypeText.Of(typeof(T))}."));

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {DatabaseType ?? TypeText.Of(Type)}";
}
