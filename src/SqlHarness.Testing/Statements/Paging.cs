using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>Takes and skips rows of each case: rows are numbered within their case, and the numbers are compared.</summary>
sealed class Paging(Lifter lifter)
{
    static readonly DbDataType NumberType = new(typeof(long), DataType.Int64);

    /// <summary>Turns a query's TAKE and SKIP into a filter on row numbers, which come from a sub-query.</summary>
    /// <returns>The case of a row.</returns>
    public ISqlExpression Number(SelectQuery query)
    {
        var (take, skip) = (query.Select.TakeValue, query.Select.SkipValue);
        query.Select.Take(null, null);
        query.Select.SkipValue = null;
        var order = query.OrderBy.Items.ToList();
        query.OrderBy.Items.Clear();

        SelectQuery numbered;
        if (query.Select.IsDistinct || !query.GroupBy.IsEmpty || Aggregates.All(query) || order.Exists(item => Windows.In(Own(query, item.Expression))))
        {
            // Numbers are given to the rows that come out, and a window would see those that go in; nor can a window be ordered by a window.
            var rows = Levels.Nest(query);
            numbered = Levels.Nest(query);
            order = [.. order.Select(item => Behind(rows, query, item))];
        }
        else
        {
            order = [.. order.Select(item => new SqlOrderByItem(Own(query, item.Expression), item.IsDescending, false, item.NullsPosition))];
            numbered = Levels.Nest(query);
        }

        var windowOrder = order.Select(item => new SqlWindowOrderItem(item.Expression, item.IsDescending, item.NullsPosition)).ToList();
        var number = new SqlColumn(numbered,
            new SqlExtendedFunction(NumberType, "ROW_NUMBER", [], [], canBeNull: false, orderBy: windowOrder, isWindowFunction: true), "sqlharness_number");
        numbered.Select.Columns.Add(number);
        var key = lifter.ThreadLevel(numbered);

        ISqlExpression behindSkipped = number;
        if (skip is not null)
        {
            behindSkipped = new SqlBinaryExpression(NumberType, number, "-", skip, Precedence.Subtraction);
            query.Where.SearchCondition.Require(new SqlPredicate.ExprExpr(number, SqlPredicate.Operator.Greater, skip, null));
        }

        if (take is not null)
            query.Where.SearchCondition.Require(new SqlPredicate.ExprExpr(behindSkipped, SqlPredicate.Operator.LessOrEqual, take, null));
        lifter.Correlate([query.Where.SearchCondition], key);
        query.OrderBy.Items.Add(new(number, false, false, Sql.NullsPosition.None));
        return key;
    }

    // The query's own column stands for its expression.
    static ISqlExpression Own(SelectQuery query, ISqlExpression expression) =>
        expression is SqlColumn column && column.Parent == query ? column.Expression : expression;

    /// <summary>An item of the order, on the rows of a sub-query: one of its columns.</summary>
    static SqlOrderByItem Behind(SelectQuery rows, SelectQuery query, SqlOrderByItem item)
    {
        var place = query.Select.Columns.FindIndex(c => ReferenceEquals(c, item.Expression));
        var column = place >= 0 ? rows.Select.Columns[place] : rows.Select.Columns.Find(c => c.Expression.Equals(item.Expression));
        if (column is null)
        {
            if (rows.Select.IsDistinct)
                throw new CannotLiftException("TAKE or SKIP cannot be lifted where DISTINCT rows are ordered by an expression that they do not have.");
            column = new(rows, item.Expression);
            rows.Select.Columns.Add(column);
        }

        return new(column, item.IsDescending, false, item.NullsPosition);
    }
}
