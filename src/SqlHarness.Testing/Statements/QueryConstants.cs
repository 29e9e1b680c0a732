using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Cases.Generation;

namespace SqlHarness.Testing.Statements;

/// <summary>
/// Reads a statement's constants, each with the columns that it is compared with. A number compared with the time between two times, or added to a time, is
/// an interval. Numbers of rows (Take, Skip, the offset of a window function) and factors are none.
/// </summary>
sealed class QueryConstants
{
    readonly IReadOnlyParameterValues? _values;
    readonly List<CaseConstant> _found = [];
    readonly HashSet<IQueryElement> _read = new(ReferenceEqualityComparer.Instance);

    QueryConstants(IReadOnlyParameterValues? values) => _values = values;

    /// <summary>The constants, those that could be traced to columns first.</summary>
    /// <param name="statement">The statement, as <c>DataConnection.ProcessQuery</c> gets it.</param>
    /// <param name="values">The values of its parameters, from the same call; without them those that the statement itself holds.</param>
    public static IReadOnlyList<CaseConstant> Of(SqlStatement statement, IReadOnlyParameterValues? values = null)
    {
        var reader = new QueryConstants(values);
        // First what is compared, since a constant that is met again by itself says nothing more.
        statement.VisitAll(reader.ReadCompared);
        statement.VisitAll(reader.ReadAlone);
        return [.. reader._found.GroupBy(c => (c.Value, c.Columns.Count > 0)).Select(g => new CaseConstant(g.Key.Value, [.. g.SelectMany(c => c.Columns).Distinct()])).OrderBy(c => c.Columns.Count == 0)];
    }

    void ReadCompared(IQueryElement element)
    {
        switch (element)
        {
            case SqlFragment fragment:
                Ignore([.. Literals.Unwritten(fragment)]);
                break;
            case SelectQuery { Select: var select }:
                Ignore(select.TakeValue, select.SkipValue);
                break;
            case SqlExtendedFunction { FunctionName: "LAG" or "LEAD" or "NTH_VALUE" or "NTILE" } window:
                Ignore([.. window.Arguments.Skip(window.FunctionName == "NTILE" ? 0 : 1).Take(1).Select(a => a.Expression)]);
                break;
            case SqlPredicate.ExprExpr comparison:
                Compare(comparison.Expr1, comparison.Expr2);
                Compare(comparison.Expr2, comparison.Expr1);
                break;
            case SqlPredicate.IsDistinct comparison:
                Compare(comparison.Expr1, comparison.Expr2);
                Compare(comparison.Expr2, comparison.Expr1);
                break;
            case SqlPredicate.Between between:
                Compare(between.Expr1, between.Expr2, between.Expr3);
                break;
            case SqlPredicate.InList list:
                Compare(list.Expr1, [.. list.Values]);
                break;
            case SqlPredicate.Like like:
                Compare(like.Expr1, like.Expr2);
                Ignore(like.Escape);
                break;
            case SqlPredicate.SearchString search:
                Compare(search.Expr1, search.Expr2);
                break;
            // What stands for NULL can be mistaken for a value.
            case SqlCoalesceExpression { Expressions: [var first, .. var others] }:
                Compare(first, others);
                break;
            case SqlTemporalArithmeticExpression shift:
                ReadInterval(shift.Interval, TimeSpan.TicksPerMicrosecond);
                break;
            case SqlBinaryExpression { Operation: "+" or "-" } sum when Intervals.IsTime(sum.Expr1) && !Intervals.IsTime(sum.Expr2):
                ReadInterval(sum.Expr2, TimeSpan.TicksPerMicrosecond);
                break;
            case SqlParameterizedExpressionBase function when BaseColumns.TypeOf(function) == typeof(TimeSpan):
                Ignore(function.Parameters);
                break;
            // A factor is no boundary.
            case SqlBinaryExpression { Operation: "*" or "/" or "%" } product:
                Ignore(product.Expr1, product.Expr2);
                break;
            case SqlParameterizedExpressionBase function when Intervals.IsTime(function):
                foreach (var argument in function.Parameters.Where(a => !Intervals.IsTime(a)))
                    ReadInterval(argument, TimeSpan.TicksPerMicrosecond);
                break;
        }
    }

    void ReadAlone(IQueryElement element)
    {
        if (element is SqlValue or SqlParameter && !_read.Contains(element))
        {
            foreach (var value in Values((ISqlExpression)element))
                Add(value, []);
        }
    }

    void Ignore(params ISqlExpression?[] elements) => _read.UnionWith(elements.OfType<ISqlExpression>().Select(Literals.Bare));

    void Compare(ISqlExpression expression, params ISqlExpression[] constants)
    {
        foreach (var constant in constants.Select(Literals.Bare).Where(c => c is SqlValue or SqlParameter))
        {
            _read.Add(constant);
            var unit = Intervals.UnitOf(expression, Values);
            foreach (var value in Values(constant))
            {
                if (unit is not { } ticks || Intervals.Number(value) is not { } number)
                {
                    Add(value, BaseColumns.Of(expression));
                    continue;
                }

                AddInterval(number * ticks);
                // In coarse units the boundary is a unit wide: both its ends count.
                if (ticks > TimeSpan.TicksPerMicrosecond)
                    AddInterval((number + 1) * ticks);
            }
        }
    }

    void ReadInterval(ISqlExpression expression, long unit)
    {
        var bare = Literals.Bare(expression);
        if (Intervals.Scaled(bare, Values) is { } scaled)
            (bare, unit) = scaled;
        if (bare is not (SqlValue or SqlParameter))
            return;
        _read.Add(bare);
        foreach (var value in Values(bare))
        {
            if (value is TimeSpan)
                Add(value, []);
            else if (Intervals.Number(value) is { } number)
                AddInterval(number * unit);
        }
    }

    void AddInterval(decimal ticks)
    {
        if (Math.Abs(ticks) < Intervals.Longest.Ticks)
            Add(TimeSpan.FromTicks((long)ticks), []);
    }

    // A truth value has no neighbours.
    void Add(object value, IReadOnlyList<BaseColumn> columns)
    {
        if (value is not bool)
            _found.Add(new(value, value is TimeSpan ? [] : columns));
    }

    IEnumerable<object> Values(ISqlExpression constant) => Literals.ValuesOf(constant, _values);
}
