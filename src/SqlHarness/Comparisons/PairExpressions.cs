using System.Linq.Expressions;

namespace SqlHarness.Comparisons;

/// <summary>What is said of the pair of rows that a key has, in a query.</summary>
sealed class PairExpressions
{
    readonly ComparisonPlan _plan;
    readonly IReadOnlyList<ColumnExpressions> _columns;

    /// <param name="plan">What is compared.</param>
    /// <param name="row">A <see cref="JoinedRow{TCells}"/> or a <see cref="JudgedRow{TCells}"/>.</param>
    public PairExpressions(ComparisonPlan plan, ParameterExpression row)
    {
        _plan = plan;
        Expression Cells(string side) => Expression.Property(row, side);
        (HasLeft, HasRight) = (IsOne(row, nameof(JoinedRow<>.Lefts)), IsOne(row, nameof(JoinedRow<>.Rights)));
        IsPair = Expression.AndAlso(HasLeft, HasRight);
        _columns = [.. plan.Columns.Select((c, i) => ColumnExpressions.Of(c, plan.Tree.Cell(Cells(nameof(JoinedRow<>.Left)), i), plan.Tree.Cell(Cells(nameof(JoinedRow<>.Right)), i)))];
        var open = _columns.Where(c => c.IsOpen is not null).Select(c => c.IsOpen!).ToList();
        IsOpen = open.Count == 0 ? null : Expression.AndAlso(IsPair, open.Aggregate(Expression.OrElse));
        IsSettled = IsOpen is null ? IsPair : Expression.AndAlso(IsPair, ColumnExpressions.IsNot(open.Aggregate(Expression.OrElse)));
        // What of a key counts is equal in a pair.
        var differing = _columns.Where((_, i) => CanModify(i)).SelectMany(c => c.Differing).ToList();
        IsModified = differing.Count == 0 ? Expression.Constant(false) : Expression.AndAlso(IsSettled, differing.Aggregate(Expression.OrElse));
    }

    public Expression HasLeft { get; }

    public Expression HasRight { get; }

    /// <summary>Both sides have one.</summary>
    public Expression IsPair { get; }

    /// <summary>A pair that no query can decide; null if there is none such.</summary>
    public Expression? IsOpen { get; }

    /// <summary>A pair that the query decides.</summary>
    public Expression IsSettled { get; }

    public Expression IsModified { get; }

    /// <summary>For each column: whether its cells differ, the left or the right one alone is NULL, or a tolerance hides that; of settled pairs.</summary>
    /// <param name="isModified">Whether the row is modified, as it is already known.</param>
    public IReadOnlyList<(Expression Different, Expression LeftNull, Expression RightNull, Expression Hidden)> Columns(Expression isModified) =>
        [.. _columns.Select((c, i) => CanModify(i) ? isModified : IsSettled).Zip(_columns, (of, c) => (And(of, c.Different), And(of, c.LeftNull), And(of, c.RightNull), And(IsSettled, c.Hidden)))];

    bool CanModify(int column) => !_plan.Columns[column].IsIgnored && !_plan.Key.Contains(column);

    static Expression And(Expression of, Expression? condition) => condition is null ? Expression.Constant(false) : Expression.AndAlso(of, condition);

    static BinaryExpression IsOne(ParameterExpression row, string count) => Expression.Equal(Expression.Property(row, count), Expression.Constant((int?)1, typeof(int?)));
}
