using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>Makes an expression that reads well: portable functions by what they mean in the place of an engine's words, and constants by their
/// values. The expression itself stays.</summary>
sealed class ReadableVisitor(Func<object, string> text, IReadOnlyParameterValues? values) : QueryElementVisitor(VisitMode.Transform)
{
    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;

    protected override IQueryElement VisitSqlExpression(SqlExpression element)
    {
        var visited = (SqlExpression)base.VisitSqlExpression(element);
        return PortableTexts.Reading(visited.Expr) is { } reading ? new SqlExpression(visited.Type, reading, visited.Precedence, visited.Parameters) : visited;
    }

    protected override IQueryElement VisitSqlValue(SqlValue element) => element.Value is { } value ? Written(text(value)) : element;

    protected override IQueryElement VisitSqlParameter(SqlParameter sqlParameter)
    {
        var value = values is not null && values.TryGetValue(sqlParameter, out var given) ? given.ProviderValue : sqlParameter.Value;
        return value switch
        {
            null => sqlParameter,
            System.Collections.IEnumerable list and not string => Written(string.Join(",", list.Cast<object?>().Select(v => v is null ? "NULL" : text(v)))),
            _ => Written(text(value)),
        };
    }

    protected override IQueryElement VisitTruePredicate(SqlPredicate.TruePredicate predicate) => new SqlPredicate.Expr(Written(text(true)));

    protected override IQueryElement VisitFalsePredicate(SqlPredicate.FalsePredicate predicate) => new SqlPredicate.Expr(Written(text(false)));

    static SqlExpression Written(string value) => new(DbDataType.Undefined, value, Precedence.Primary);
}
