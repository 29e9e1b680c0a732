using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects.Layout;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>Aggregates and windows.</summary>
sealed partial class StatementPrinter
{
    static readonly HashSet<string> ValueFunctions = new(StringComparer.OrdinalIgnoreCase) { "LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE", "NTH_VALUE" };

    Doc Function(SqlExtendedFunction function)
    {
        if (function.KeepClause is not null || function.FromPosition == Sql.From.Last || function.WithinGroup is { Count: > 0 })
            throw Refusal($"{function.FunctionName} with KEEP, FROM LAST or WITHIN GROUP");
        if (_dialect.ScalesDecimals && function.FunctionName.Equals("AVG", StringComparison.OrdinalIgnoreCase) && function.Arguments.Any(a => IsDecimal(a.Expression.SystemType)))
            throw Refusal("an average of decimals, which it stores as millionths");
        var arguments = function.Arguments.Select((a, i) => Argument(function, a, i)).ToList();
        var call = Doc.Group(function.FunctionName, "(", Doc.Nest(Doc.SoftLine, Doc.Join(Doc.Of(",", Doc.Line), arguments)), Doc.SoftLine, ")");
        if (function.NullTreatment == Sql.Nulls.Ignore)
            throw Refusal($"{function.FunctionName} with IGNORE NULLS");
        if (_dialect.PassesOverNulls(function.FunctionName) && function.IsWindowFunction)
            call += " RESPECT NULLS";
        if (function.Filter is not null)
        {
            call = Doc.Of(call, " ", Filled(_dialect.AggregateFilter ?? throw Refusal("an aggregate with a condition of its own; put the condition into the value"), Condition(function.Filter)));
        }

        if (function.IsWindowFunction || function.PartitionBy is { Count: > 0 } || function.OrderBy is { Count: > 0 } || function.FrameClause is not null)
            call = Doc.Of(call, " OVER ", Window(function));
        if (_dialect.SignedCount is { } signed && function.FunctionName.ToUpperInvariant() is "COUNT" or "ROW_NUMBER" or "RANK" or "DENSE_RANK")
            return Filled(signed, call);
        return _dialect.WidensSums && IsWhole(function.SystemType) && function.FunctionName.Equals("SUM", StringComparison.OrdinalIgnoreCase)
            ? Doc.Of("CAST(", call, $" AS {_dialect.WholeType})") : call;
    }

    Doc Argument(SqlExtendedFunction function, SqlFunctionArgument argument, int number)
    {
        var expression = argument.Expression;
        var ordered = function.FunctionName.ToUpperInvariant() is "MIN" or "MAX";
        var written = ordered ? InOrder(expression, Precedence.Unknown) : Expression(expression);
        if (number == 0 && function.IsWindowFunction && ValueFunctions.Contains(function.FunctionName) && !IsNullableColumn(expression))
            written = Filled(_dialect.WindowValue, written);
        if (function.IsWindowFunction && function.FunctionName.Equals("COUNT", StringComparison.OrdinalIgnoreCase) && expression.CanBeNullable(Nullability()))
            written = Filled(_dialect.WindowCount, written);
        return argument.Modifier == Sql.AggregateModifier.Distinct ? Doc.Of("DISTINCT ", written) : written;
    }

    // What is computed may be NULL by all that is known, and be of a type that has none.
    static bool IsNullableColumn(ISqlExpression expression) => expression switch
    {
        SqlNullabilityExpression nullable => IsNullableColumn(nullable.SqlExpression),
        SqlField { Table: SqlTable, CanBeNull: true } => true,
        SqlCteTableField { CteField.Column: { } column } => IsNullableColumn(column.Expression),
        SqlColumn column => IsNullableColumn(column.Expression),
        _ => false,
    };

    Doc Window(SqlExtendedFunction function)
    {
        var parts = new List<Doc>();
        if (function.PartitionBy is { Count: > 0 } partition)
            parts.Add(Doc.Of("PARTITION BY ", Doc.Join(", ", partition.Select(p => Equated(p, Precedence.Unknown)))));
        if (function.OrderBy is { Count: > 0 } order)
            parts.Add(Doc.Of("ORDER BY ", Doc.Join(", ", order.Select(o => Ordered(o.Expression, o.IsDescending, o.NullsPosition)))));
        if (function.FrameClause is { } frame)
            parts.Add(Frame(frame));
        return Doc.Parenthesised(Doc.Join(Doc.Line, parts));
    }

    Doc Frame(SqlFrameClause frame)
    {
        if (frame.Exclusion != SqlFrameClause.FrameExclusionKind.None)
            throw Refusal("a window frame with EXCLUDE");
        var kind = frame.FrameType switch
        {
            SqlFrameClause.FrameTypeKind.Rows => "ROWS",
            SqlFrameClause.FrameTypeKind.Range => "RANGE",
            _ => throw Refusal("a window frame by GROUPS"),
        };
        return Doc.Of(kind, " BETWEEN ", Bound(frame.Start, "PRECEDING"), " AND ", Bound(frame.End, "FOLLOWING"));
    }

    Doc Bound(SqlFrameBoundary boundary, string unbounded) => boundary.BoundaryType switch
    {
        SqlFrameBoundary.FrameBoundaryType.Unbounded => "UNBOUNDED " + unbounded,
        SqlFrameBoundary.FrameBoundaryType.CurrentRow => "CURRENT ROW",
        _ => Doc.Of(Expression(boundary.Offset!), boundary.IsPreceding ? " PRECEDING" : " FOLLOWING"),
    };

    Doc Ordered(ISqlExpression expression, bool descending, Sql.NullsPosition position)
    {
        var written = Doc.Of(InOrder(expression, Precedence.Unknown), descending ? " DESC" : "");
        if (position == Sql.NullsPosition.None || position == DefaultPosition(descending) || !expression.CanBeNullable(Nullability()))
            return written;
        var first = position == Sql.NullsPosition.First;
        return _dialect.SaysNullOrder
            ? Doc.Of(written, first ? " NULLS FIRST" : " NULLS LAST")
            : Doc.Of("CASE WHEN ", Expression(expression, Precedence.Comparison + 1), " IS NULL THEN ", first ? "0 ELSE 1" : "1 ELSE 0", " END, ", written);
    }

    Sql.NullsPosition DefaultPosition(bool descending) => _dialect.Nulls switch
    {
        NullOrder.Smallest => descending ? Sql.NullsPosition.Last : Sql.NullsPosition.First,
        NullOrder.Largest => descending ? Sql.NullsPosition.First : Sql.NullsPosition.Last,
        _ => Sql.NullsPosition.Last,
    };
}
