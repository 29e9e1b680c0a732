using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Cases.Generation;

namespace SqlHarness.Testing.Statements;

/// <summary>Traces an expression to the columns of input tables whose values it hands on, through sub-queries, common table expressions, set operators, and functions that keep the type.</summary>
static class BaseColumns
{
    /// <summary>The columns, each once; none where nothing could be traced.</summary>
    public static IReadOnlyList<BaseColumn> Of(ISqlExpression expression)
    {
        var found = new List<BaseColumn>();
        var entered = new HashSet<IQueryElement>(ReferenceEqualityComparer.Instance);
        Trace(expression);
        return [.. found.Distinct()];

        void Trace(ISqlExpression traced)
        {
            // A recursive common table expression reads itself.
            if (!entered.Add(traced))
                return;
            if (traced is SqlField { Table: SqlTable table } field)
                found.Add(new(table.ObjectType, field.PhysicalName));
            foreach (var source in Sources(traced))
                Trace(source);
        }
    }

    /// <summary>The type without <see cref="Nullable{T}"/>.</summary>
    public static Type? TypeOf(ISqlExpression expression) => expression.SystemType is { } type ? Nullable.GetUnderlyingType(type) ?? type : null;

    /// <summary>What an expression hands on: itself in other places, or the parts of its own type.</summary>
    public static IEnumerable<ISqlExpression> Sources(ISqlExpression expression) => expression switch
    {
        SqlColumn column => Unions(column),
        SqlCteTableField field => Present(field.CteField?.Column),
        SelectQuery query => query.Select.Columns.Take(1),
        SqlNullabilityExpression wrapper => [wrapper.SqlExpression],
        SqlCastExpression cast => [cast.Expression],
        SqlUnaryExpression unary => [unary.Expr],
        SqlBinaryExpression binary => SameType(binary, [binary.Expr1, binary.Expr2]),
        // Its further arguments are an offset and a default.
        SqlExtendedFunction { FunctionName: not "COUNT" } function => function.Arguments.Take(1).Select(a => a.Expression),
        SqlParameterizedExpressionBase function => SameType(function, function.Parameters),
        SqlCoalesceExpression coalesce => coalesce.Expressions,
        SqlConditionExpression condition => [condition.TrueValue, condition.FalseValue],
        SqlCaseExpression choice => choice.Cases.Select(c => c.ResultExpression).Concat(Present(choice.ElseExpression)),
        _ => [],
    };

    static IEnumerable<ISqlExpression> Present(ISqlExpression? expression) => expression is null ? [] : [expression];

    static IEnumerable<ISqlExpression> Unions(SqlColumn column)
    {
        yield return column.Expression;
        if (column.Parent is not { HasSetOperators: true } parent)
            yield break;
        var place = parent.Select.Columns.IndexOf(column);
        foreach (var other in parent.SetOperators.Select(s => s.SelectQuery.Select.Columns).Where(c => place >= 0 && place < c.Count))
            yield return other[place];
    }

    static IEnumerable<ISqlExpression> SameType(ISqlExpression whole, IEnumerable<ISqlExpression> parts) => parts.Where(p => TypeOf(p) == TypeOf(whole));
}
