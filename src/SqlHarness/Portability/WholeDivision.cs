using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Portability;

/// <summary>
/// Has a quotient of whole numbers be one where the engine's <c>/</c> gives a fraction, and linq2db 6.5.1 writes it all the same: MySQL and MariaDB
/// (https://dev.mysql.com/doc/refman/8.4/en/arithmetic-functions.html#operator_divide), ClickHouse (https://clickhouse.com/docs/sql-reference/functions/arithmetic-functions#divide).
/// </summary>
sealed class WholeDivision : ExpressionVisitor
{
    static readonly WholeDivision Instance = new();

    WholeDivision() { }

    /// <summary>An expression with its quotients marked, on a connection whose engine needs it.</summary>
    public static Expression In(Expression expression, MappingSchema schema) => Spelling(schema) is null ? expression : Instance.Visit(expression);

    /// <summary>The engine's division that truncates; null where <c>/</c> does.</summary>
    public static string? Spelling(MappingSchema schema) =>
        schema.ConfigurationList.Contains(ProviderName.MySql) ? "{0} DIV {1}" : schema.ConfigurationList.Contains(ProviderName.ClickHouse) ? "intDiv({0}, {1})" : null;

    /// <summary>What is marked.</summary>
    public static T Quotient<T>(T dividend, T divisor) => throw new ServerSideOnlyException($"{dividend} / {divisor}");

    protected override Expression VisitBinary(BinaryExpression node)
    {
        var visited = base.VisitBinary(node);
        return visited is BinaryExpression { NodeType: ExpressionType.Divide, Method: null } quotient && IsWhole(quotient.Type) && FreeParameters.In(quotient)
            ? Expression.Call(typeof(WholeDivision), nameof(Quotient), [quotient.Type], quotient.Left, quotient.Right) : visited;
    }

    static bool IsWhole(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
