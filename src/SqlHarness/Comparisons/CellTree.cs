using System.Linq.Expressions;

namespace SqlHarness.Comparisons;

/// <summary>The columns of a row as a tree of pairs. A balanced one: the way to a column of hundreds is a few steps long.</summary>
/// <param name="types">The columns' types.</param>
sealed class CellTree(IReadOnlyList<Type> types)
{
    /// <summary>The tree's type.</summary>
    public Type Type { get; } = TypeOf(types, 0, types.Count);

    /// <summary>A tree of these cells.</summary>
    public static Expression Of(IReadOnlyList<Expression> cells) => Of(cells, 0, cells.Count);

    /// <summary>A column of a tree.</summary>
    public Expression Cell(Expression tree, int column)
    {
        for (var (from, to) = (0, types.Count); to - from > 1;)
        {
            var middle = Middle(from, to);
            tree = Expression.Property(tree, column < middle ? nameof(Pair<,>.First) : nameof(Pair<,>.Second));
            (from, to) = column < middle ? (from, middle) : (middle, to);
        }

        return tree;
    }

    static int Middle(int from, int to) => from + (to - from + 1) / 2;

    static Type TypeOf(IReadOnlyList<Type> types, int from, int to) =>
        to - from == 1 ? types[from] : typeof(Pair<,>).MakeGenericType(TypeOf(types, from, Middle(from, to)), TypeOf(types, Middle(from, to), to));

    static Expression Of(IReadOnlyList<Expression> cells, int from, int to)
    {
        if (to - from == 1)
            return cells[from];
        var (first, second) = (Of(cells, from, Middle(from, to)), Of(cells, Middle(from, to), to));
        var pair = typeof(Pair<,>).MakeGenericType(first.Type, second.Type);
        return Expression.MemberInit(Expression.New(pair), Expression.Bind(pair.GetProperty(nameof(Pair<,>.First))!, first), Expression.Bind(pair.GetProperty(nameof(Pair<,>.Second))!, second));
    }
}
