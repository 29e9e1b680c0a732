using System.Linq.Expressions;
using System.Reflection;
using LinqToDB.Mapping;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>States by lambdas what <see cref="ComparisonOptions"/> states by names: of an entity by the columns that its attributes map it to, of a query's rows by its properties.</summary>
public static class ComparisonOptionsExtensions
{
    /// <summary>The columns that match rows.</summary>
    /// <param name="options">What is stated already.</param>
    /// <param name="columns">The columns, of either side's rows.</param>
    public static ComparisonOptions By<TRow>(this ComparisonOptions options, params Expression<Func<TRow, object?>>[] columns)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Key = [.. columns.Select(NameOf)] };
    }

    /// <summary>Columns whose differences do not count, beside those that are ignored already.</summary>
    /// <param name="options">What is stated already.</param>
    /// <param name="columns">The columns, of either side's rows.</param>
    public static ComparisonOptions Ignoring<TRow>(this ComparisonOptions options, params Expression<Func<TRow, object?>>[] columns)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Ignored = [.. options.Ignored, .. columns.Select(NameOf)] };
    }

    /// <summary>The column of times of which only those are compared that both sides cover.</summary>
    /// <param name="options">What is stated already.</param>
    /// <param name="column">The column, of either side's rows.</param>
    public static ComparisonOptions Overlapping<TRow>(this ComparisonOptions options, Expression<Func<TRow, object?>> column)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Overlap = NameOf(column) };
    }

    /// <summary>A column that has another name on the right.</summary>
    /// <param name="options">What is stated already.</param>
    /// <param name="left">The column of the left side's rows.</param>
    /// <param name="right">That of the right side's.</param>
    public static ComparisonOptions Renaming<TLeft, TRight>(this ComparisonOptions options, Expression<Func<TLeft, object?>> left, Expression<Func<TRight, object?>> right)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Renames = new Dictionary<string, string>(options.Renames) { [NameOf(left)] = NameOf(right) } };
    }

    /// <summary>How far a column's values may differ and still be equal.</summary>
    /// <param name="options">What is stated already.</param>
    /// <param name="column">The column, of either side's rows.</param>
    /// <param name="tolerance">How far.</param>
    public static ComparisonOptions Within<TRow>(this ComparisonOptions options, Expression<Func<TRow, object?>> column, Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Tolerances = new Dictionary<string, Tolerance>(options.Tolerances) { [NameOf(column)] = tolerance } };
    }

    /// <summary>A rule of one's own for when two values of a column are equal.</summary>
    /// <param name="options">What is stated already.</param>
    /// <param name="column">The column, of either side's rows.</param>
    /// <param name="areEqual">Whether a left and a right value, different and neither NULL, are equal all the same.</param>
    public static ComparisonOptions Within<TRow, T>(this ComparisonOptions options, Expression<Func<TRow, object?>> column, Func<T, T, bool> areEqual) where T : notnull => options.Within(column, Tolerance.Of(areEqual));

    /// <exception cref="ArgumentException">The lambda is not of one column.</exception>
    static string NameOf<TRow>(Expression<Func<TRow, object?>> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        List<MemberInfo> path = [];
        var at = column.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : column.Body;
        for (; at is MemberExpression { Expression: not null } member; at = member.Expression)
            path.Insert(0, member.Member);
        if (at != column.Parameters[0] || path.Count == 0)
            throw new ArgumentException($"'{column}' is not a column of {typeof(TRow).Name}: name one of its properties, row => row.Id.", nameof(column));
        var mapped = MappingSchema.Default.GetEntityDescriptor(typeof(TRow)).Columns.FirstOrDefault(c => c.MemberName == string.Join('.', path.Select(m => m.Name)));
        return mapped?.ColumnName ?? RowColumns.Of(typeof(TRow)).FirstOrDefault(c => c.Path.Select(m => m.Name).SequenceEqual(path.Select(m => m.Name)))?.Name
            ?? throw new ArgumentException($"'{column}' is not a column of {typeof(TRow).Name}; there are {string.Join(", ", RowColumns.Of(typeof(TRow)).Select(c => c.Name))}.", nameof(column));
    }
}
