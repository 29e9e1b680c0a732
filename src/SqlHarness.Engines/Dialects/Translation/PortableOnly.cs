using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Interceptors;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>
/// Refuses what would be printed by linq2db's default, without anyone having said what it means in the dialect: members of .NET's values and of linq2db's <c>Sql</c> that are no portable
/// functions.
/// </summary>
sealed class PortableOnly : ExpressionVisitor, IQueryExpressionInterceptor
{
    public static readonly PortableOnly Instance = new();

    static readonly HashSet<Type> Values =
    [
        typeof(object), typeof(string), typeof(char), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(Guid), typeof(Math), typeof(MathF), typeof(Convert), typeof(Regex), typeof(Enum),
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(bool), typeof(Sql),
    ];

    // Aggregates' and windows' entrances, and what says whether a value can be NULL.
    static readonly HashSet<string> OfSql =
        [nameof(Sql.Window), "Alias", nameof(Sql.Ext), nameof(Sql.AsSql), nameof(Sql.ToNullable), nameof(Sql.ToNotNull), nameof(Sql.ToNotNullable), nameof(Sql.AsNullable), nameof(Sql.AsNotNull), nameof(Sql.AsNotNullable), nameof(Sql.Property)];

    PortableOnly() { }

    public Expression ProcessExpression(Expression expression, QueryExpressionArgs args) =>
        args.Kind is QueryExpressionArgs.ExpressionKind.Query or QueryExpressionArgs.ExpressionKind.ExposedQuery ? Visit(expression) : expression;

    protected override Expression VisitMember(MemberExpression node)
    {
        Check(node, node.Member);
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var meant = PortableMembers.InPrinted(node);
        if (!ReferenceEquals(meant, node))
            return Visit(meant);
        Check(node, node.Method);
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked && IsFractional(node.Operand.Type) && IsWhole(node.Type) && FreeParameters.In(node))
            throw new DialectException($"({node.Type.Name}){node.Operand} cuts the fraction off in C#, and rounds in some dialects: use Portable.Floor, Ceiling or Round.");
        return base.VisitUnary(node);
    }

    static void Check(Expression node, MemberInfo member)
    {
        if (Values.Contains(member.DeclaringType!) && !IsMeant(member) && FreeParameters.In(node))
            throw new DialectException($"{Traps.Name(member)} has no meaning that holds in every dialect: use a function of Portable, or compute it outside the query.");
    }

    static bool IsMeant(MemberInfo member) => member.Name is "Equals" or nameof(string.IsNullOrEmpty) || member.DeclaringType == typeof(string) && member.Name == nameof(string.Concat)
        || member.DeclaringType == typeof(Sql) && OfSql.Contains(member.Name);

    static bool IsFractional(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is TypeCode.Single or TypeCode.Double or TypeCode.Decimal;

    static bool IsWhole(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
