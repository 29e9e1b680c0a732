using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Internal.SqlQuery.Visitors;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>Makes an expression that reads well: portable functions by what they mean in the place of an engine's words, and constants by their values. The expression itself stays.</summary>
sealed class ReadableVisitor(Func<object, string> text, IReadOnlyParameterValues? values) : QueryElementVisitor(VisitMode.Transform)
{
    protected override IQueryElement VisitSqlQuery(SelectQuery selectQuery) => selectQuery;

    protected override IQueryElement VisitSqlExpression(SqlExpression element)
    {
        var visited = (SqlExpression)base.VisitSqlExpression(element);
        return PortableTexts.Reading(visited.Expr) is { } reading ? new SqlExpression(visited.Type, reading, visited.Precedence, visited.Parameters) : visited;
    }

    protected override IQueryElement VisitSqlValue(SqlValue element) => element.Value is { } value ? Written(value) : element;

    protected override IQueryElement VisitSqlParameter(SqlParameter sqlParameter)
    {
        var value = values is not null && values.TryGetValue(sqlParameter, out var given) ? given.ProviderValue : sqlParameter.Value;
        return value is null or System.Collections.IEnumerable and not string ? sqlParameter : Written(value);
    }

    SqlExpression Written(object value) => new(DbDataType.Undefined, text(value), Precedence.Primary);
}
