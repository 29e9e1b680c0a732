using System.Globalization;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>
/// Makes of a part of a statement a copy that is only for reading: columns by their names, with those of their sources where there are several,
/// portable functions by what they mean, and
/// numbers that are compared with elapsed time as time. Sub-queries are left as they are.
/// </summary>
sealed class ReadableText : QueryElementVisitor
{
    readonly Dictionary<ISqlTableSource, string> _names;
    readonly Func<ISqlExpression, IEnumerable<object>> _constants;

    ReadableText(Dictionary<ISqlTableSource, string> names, Func<ISqlExpression, IEnumerable<object>> constants) : base(VisitMode.Transform) =>
        (_names, _constants) = (names, constants);

    /// <summary>The copy.</summary>
    /// <param name="element">The part.</param>
    /// <param name="constants">The value of a constant as a list of one; none of what is no constant.</param>
    public static IQueryElement Of(IQueryElement element, Func<ISqlExpression, IEnumerable<object>> constants) =>
        new ReadableText(Named(element), constants).Visit(element)!;

    public override IQueryElement? Visit(IQueryElement? element) => SourceOf(element) is { } source
        ? new SqlFragment(_names.Count > 1 && _names.TryGetValue(source, out var name) ? $"{name}.{ColumnName(element!)}" : ColumnName(element!))
        : base.Visit(element);

    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;

    protected override IQueryElement VisitSqlExpression(SqlExpression element)
    {
        var visited = base.VisitSqlExpression(element);
        return visited is SqlExpression { Expr: var spelled } function && PortableText.Of(spelled) is { } read
            ? new SqlExpression(function.Type, read, function.Parameters) : visited;
    }

    protected override IQueryElement VisitExprExprPredicate(SqlPredicate.ExprExpr predicate)
    {
        var (left, right) = (Interval(predicate.Expr1, predicate.Expr2), Interval(predicate.Expr2, predicate.Expr1));
        return base.VisitExprExprPredicate(left == predicate.Expr1 && right == predicate.Expr2 ? predicate
            : new(left, predicate.Operator, right, predicate.UnknownAsValue));
    }

    ISqlExpression Interval(ISqlExpression constant, ISqlExpression compared) =>
        _constants(constant).ToList() is [var value] && Intervals.Number(value) is { } number && Intervals.UnitOf(compared, _constants) is { } unit
            && Math.Abs(number * unit) < long.MaxValue
            ? new SqlFragment(TimeSpan.FromTicks((long)(number * unit)).ToString("c", CultureInfo.InvariantCulture)) : constant;

    static Dictionary<ISqlTableSource, string> Named(IQueryElement element)
    {
        Dictionary<ISqlTableSource, string> names = [];
        element.VisitParentFirst(e =>
        {
            if (SourceOf(e) is not { } source)
                return e is not SelectQuery;
            if (!names.ContainsKey(source))
                names.Add(source, Unique(names, NameOf(source)));
            return false;
        });
        return names;
    }

    static string Unique(Dictionary<ISqlTableSource, string> names, string name) =>
        Enumerable.Range(1, names.Count + 1).Select(i => i == 1 ? name : FormattableString.Invariant($"{name}_{i}"))
            .First(n => !names.ContainsValue(n));

    static ISqlTableSource? SourceOf(IQueryElement? element) => element switch
    {
        SqlField field => field.Table,
        SqlCteTableField field => field.Table,
        SqlColumn column => column.Parent,
        _ => null,
    };

    static string ColumnName(IQueryElement column) => column switch
    {
        SqlField field => field.Name,
        SqlCteTableField field => field.Name ?? "",
        SqlColumn { Alias: { Length: > 0 } alias } => alias,
        SqlColumn { Parent: { } parent } unnamed => FormattableString.Invariant($"c{parent.Select.Columns.IndexOf(unnamed) + 1}"),
        _ => "",
    };

    /// <summary>The name of what is read.</summary>
    public static string NameOf(ISqlTableSource source) => source switch
    {
        SqlTable table => table.TableName.Name,
        SqlCteTable { Cte.Name: { } name } => name,
        SelectQuery { QueryName: { } name } => name,
        _ => "sub-query",
    };
}
