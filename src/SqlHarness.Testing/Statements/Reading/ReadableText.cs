using System.Globalization;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>
/// Makes of a part of a statement a copy that is only for reading: columns by their names, with those of their sources where there are several, portable functions by what they mean, and
/// numbers that are compared with elapsed time as time. Sub-queries are left as they are.
/// </summary>
sealed partial class ReadableText : QueryElementVisitor
{
    readonly Dictionary<ISqlTableSource, string> _names;
    readonly IReadOnlyParameterValues? _values;

    ReadableText(Dictionary<ISqlTableSource, string> names, IReadOnlyParameterValues? values) : base(VisitMode.Transform) => (_names, _values) = (names, values);

    /// <summary>The copy.</summary>
    /// <param name="element">The part.</param>
    /// <param name="values">The values of the statement's parameters.</param>
    public static IQueryElement Of(IQueryElement element, IReadOnlyParameterValues? values) => new ReadableText(Named(element), values).Visit(element)!;

    public override IQueryElement? Visit(IQueryElement? element) => SourceOf(element) is { } source
        ? new SqlFragment(_names.Count > 1 && _names.TryGetValue(source, out var name) ? $"{name}.{ColumnName(element!)}" : ColumnName(element!))
        : base.Visit(element);

    // That a column can be NULL is linq2db's note, and no part of the SQL.
    protected override IQueryElement VisitSqlNullabilityExpression(SqlNullabilityExpression element) => Visit(element.SqlExpression)!;

    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;

    protected override IQueryElement VisitSqlExpression(SqlExpression element)
    {
        var visited = (SqlExpression)base.VisitSqlExpression(element);
        if (visited.Expr == Never.Text)
            return Written(ElementText.Value(false));
        return PortableTexts.Reading(visited.Expr) is { } reading ? new SqlExpression(visited.Type, reading, visited.Precedence, visited.Parameters) : visited;
    }

    // Each item of a window has a position for NULL; it is read where NULL can be, or where it is not the contract's.
    protected override IQueryElement VisitSqlWindowOrderItem(SqlWindowOrderItem element) => base.VisitSqlWindowOrderItem(
        element.NullsPosition == (element.IsDescending ? Sql.NullsPosition.Last : Sql.NullsPosition.First) && !element.Expression.CanBeNullable(NullabilityContext.NonQuery)
            ? new(element.Expression, element.IsDescending, Sql.NullsPosition.None) : element);

    protected override IQueryElement VisitSqlValue(SqlValue element) => element.Value is { } value ? Written(ElementText.Value(value)) : element;

    protected override IQueryElement VisitSqlParameter(SqlParameter sqlParameter) => Literals.ValueOf(sqlParameter, _values) switch
    {
        null => sqlParameter,
        System.Collections.IEnumerable list and not string => Written(string.Join(",", list.Cast<object?>().Select(v => v is null ? "NULL" : ElementText.Value(v)))),
        var value => Written(ElementText.Value(value)),
    };

    protected override IQueryElement VisitTruePredicate(SqlPredicate.TruePredicate predicate) => new SqlPredicate.Expr(Written(ElementText.Value(true)));

    protected override IQueryElement VisitFalsePredicate(SqlPredicate.FalsePredicate predicate) => new SqlPredicate.Expr(Written(ElementText.Value(false)));

    protected override IQueryElement VisitExprExprPredicate(SqlPredicate.ExprExpr predicate)
    {
        var (left, right) = (Interval(predicate.Expr1, predicate.Expr2), Interval(predicate.Expr2, predicate.Expr1));
        return base.VisitExprExprPredicate(left == predicate.Expr1 && right == predicate.Expr2 ? predicate : new(left, predicate.Operator, right, predicate.UnknownAsValue));
    }

    ISqlExpression Interval(ISqlExpression constant, ISqlExpression compared) =>
        Constants(constant) is [var value] && Intervals.Number(value) is { } number && Intervals.UnitOf(compared, Constants) is { } unit && Math.Abs(number * unit) < long.MaxValue
            ? Written(TimeSpan.FromTicks((long)(number * unit)).ToString("c", CultureInfo.InvariantCulture)) : constant;

    IReadOnlyList<object> Constants(ISqlExpression expression) => Literals.ValueOf(expression, _values) is { } value ? [value] : [];

    static SqlExpression Written(string value) => new(DbDataType.Undefined, value, Precedence.Primary);

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
        Enumerable.Range(1, names.Count + 1).Select(i => i == 1 ? name : FormattableString.Invariant($"{name}_{i}")).First(n => !names.ContainsValue(n));

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
        SqlColumn named => named.Alias is { Length: > 0 } alias && !Generated().IsMatch(alias) ? alias : ElementText.Of(named.Expression),
        _ => "",
    };

    // What linq2db calls a column of an expression, by its place.
    [GeneratedRegex(@"^c\d+(_\d+)?$")]
    private static partial Regex Generated();

    /// <summary>The name of what is read.</summary>
    public static string NameOf(ISqlTableSource source) => source switch
    {
        SqlTable table => table.TableName.Name,
        SqlCteTable { Cte.Name: { } name } => name,
        SelectQuery { QueryName: { } name } => name,
        _ => "sub-query",
    };
}
