using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>What is said of the pair of rows that a key has, in a query.</summary>
sealed class PairExpressions
{
    const int ColumnsANumber = 31;

    static readonly MethodInfo Constant = new Func<long?, long?>(Casts.Long).Method;
    static readonly MethodInfo Plus = new Func<long?, long?, long?>(Modular.Plus).Method;

    readonly ComparisonPlan _plan;
    readonly IReadOnlyList<ColumnExpressions> _columns;

    // The columns that make a row differ.
    readonly IReadOnlyList<int> _modifying;

    /// <param name="plan">What is compared.</param>
    /// <param name="row">A <see cref="JoinedRow{TCells}"/> or a <see cref="JudgedRow{TCells, TOutcome}"/>.</param>
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
        _modifying = [.. Enumerable.Range(0, plan.Columns.Count).Where(i => !plan.Columns[i].IsIgnored && !plan.Key.Contains(i))];
        var differing = _modifying.SelectMany(i => _columns[i].Differing).ToList();
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

    /// <summary>A pair that differs in a column.</summary>
    public Expression IsModifiedIn(int column) => Expression.AndAlso(IsSettled, _columns[column].Differing.Aggregate(Expression.OrElse));

    /// <summary>
    /// What a joined row is, as numbers that rows are grouped by: −1 and −2 where it is on the left or on the right alone, else what differs, two bits a column from the lowest: 1 where its cells differ, 2
    /// and 3 where the left or the right one alone is NULL. To count a few kinds of rows is faster than to add up three numbers a column.
    /// </summary>
    public IReadOnlyList<Expression> Outcomes =>
        [.. _modifying.Chunk(ColumnsANumber).DefaultIfEmpty([]).Select((columns, place) => Expression.Condition(IsPair,
            columns.Length == 0 ? Long(0) : Expression.Condition(IsModified, Digits([.. columns.Select((c, i) => Digit(_columns[c], 1L << (2 * i)))]), Long(0)),
            place > 0 ? Long(0) : Expression.Condition(HasLeft, Long(-1), Long(-2))))];

    /// <summary>How many numbers an outcome has.</summary>
    public int OutcomeLength => Math.Max(1, (_modifying.Count + ColumnsANumber - 1) / ColumnsANumber);

    /// <summary>What an outcome says of each column: 0 where nothing differs.</summary>
    public IEnumerable<(int Column, int Digit)> DigitsOf(IReadOnlyList<long> outcome) =>
        _modifying.Select((column, i) => (column, (int)(outcome[i / ColumnsANumber] >> (2 * (i % ColumnsANumber)) & 3)));

    /// <summary>What else is counted of a column: cells that differ, or are NULL alone, where that makes no row differ, and what a tolerance hides; null for what cannot be.</summary>
    public (Expression? Different, Expression? LeftNull, Expression? RightNull, Expression? Hidden) CountedBeside(int column) => _columns[column] is var c && IsSettled is var settled && _plan.Columns[column].IsIgnored
        ? (And(settled, c.Different), And(settled, c.LeftNull), And(settled, c.RightNull), And(settled, c.Hidden)) : (null, null, null, And(settled, c.Hidden));

    static BinaryExpression? And(Expression of, Expression? condition) => condition is null ? null : Expression.AndAlso(of, condition);

    static Expression Digit(ColumnExpressions column, long place)
    {
        Expression digit = Long(0);
        foreach (var (condition, value) in new[] { (column.RightNull, 3), (column.LeftNull, 2), (column.Different, 1) })
            digit = condition is null ? digit : Expression.Condition(condition, Long(value * place), digit);
        return digit;
    }

    // Halves, so that parentheses are not as deep as there are columns.
    static Expression Digits(IReadOnlyList<Expression> digits) => digits.Count == 1 ? digits[0]
        : Expression.Call(Plus, Digits([.. digits.Take(digits.Count / 2)]), Digits([.. digits.Skip(digits.Count / 2)]));

    static MethodCallExpression Long(long value) => Expression.Call(Constant, Expression.Constant((long?)value, typeof(long?)));

    static BinaryExpression IsOne(ParameterExpression row, string count) => Expression.Equal(Expression.Property(row, count), Expression.Constant((int?)1, typeof(int?)));
}
