using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Semantics;

/// <summary>Reads from a query what it needs of an engine. In doubt it needs more.</summary>
sealed class Needs : ExpressionVisitor
{
    // What they compare are whole rows, or keys.
    static readonly HashSet<string> Comparing = ["GroupBy", "Join", "GroupJoin", "LeftJoin", "RightJoin", "FullJoin", "Distinct", "Union", "Except", "Intersect", "ExceptAll", "IntersectAll", "Contains", "PartitionBy", "StartsWith", "EndsWith", "Replace", "Equals"];
    static readonly HashSet<string> Ordering = ["OrderBy", "OrderByDescending", "OrderByDesc", "ThenBy", "ThenByDescending", "ThenByDesc", "Min", "Max", "MinValue", "MaxValue", nameof(Portable.CompareText), nameof(Portable.Least), nameof(Portable.Greatest)];

    readonly HashSet<Need> _needs = [];

    Needs() { }

    /// <summary>What a query needs.</summary>
    public static IReadOnlySet<Need> Of(Expression expression)
    {
        var needs = new Needs();
        needs.Visit(expression);
        return needs._needs;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is not null && Holds(node.Type, typeof(DateTime), depth: 0))
            Add(Need.Microseconds, Need.TimeZone);
        return base.Visit(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual && node.Left.Type == typeof(string))
            Add(Need.TextEquality, Need.TextPadding);
        if (node.NodeType == ExpressionType.Divide)
            Add(Need.Division);
        if (node.NodeType == ExpressionType.Modulo)
            Add(Need.Remainder);
        return base.VisitBinary(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var name = node.Method.Name;
        if (Comparing.Contains(name) && Touches(node, typeof(string)) || node.Method.DeclaringType == typeof(SqlEquality) && Touches(node, typeof(string)))
            Add(Need.TextEquality, Need.TextPadding);
        if (Ordering.Contains(name))
        {
            Add(Need.NullOrder);
            if (Touches(node, typeof(string)))
                Add(Need.TextOrder);
        }

        switch (name)
        {
            case "Lag" or "Lead" or "FirstValue" or "LastValue" or "NthValue":
                Add(Need.LagOutside);
                break;
            case nameof(Portable.DivideInteger) or nameof(Portable.SafeDivide):
                Add(Need.Division);
                break;
            case nameof(Portable.Remainder):
                Add(Need.Remainder);
                break;
            case nameof(Portable.Round):
                Add(Need.Rounding);
                break;
            case "Sum" when Touches(node, typeof(decimal)):
                Add(Need.DecimalSum);
                break;
            case nameof(Portable.Md5) or nameof(Portable.Md5Low48) or nameof(Portable.SurrogateKey):
                Add(Need.Digest);
                break;
        }

        return base.VisitMethodCall(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        // A query in a variable is part of this one.
        if (typeof(IQueryable).IsAssignableFrom(node.Type) && CapturedQuery.Of(node) is { } query)
            Visit(query.Expression);
        return base.VisitMember(node);
    }

    static bool Touches(MethodCallExpression call, Type type) =>
        Holds(call.Type, type, depth: 0) || call.Arguments.Any(a => Holds(a is UnaryExpression { Operand: LambdaExpression quoted } ? quoted.ReturnType : a is LambdaExpression lambda ? lambda.ReturnType : a.Type, type, depth: 0));

    // Whether values of a type are, or have among their members, values of another; rows of rows included.
    static bool Holds(Type type, Type wanted, int depth)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == wanted)
            return true;
        if (depth > 3 || plain.IsPrimitive || plain == typeof(string) || plain == typeof(decimal) || plain == typeof(DateTime) || typeof(Delegate).IsAssignableFrom(plain) || plain.Namespace == "System.Reflection")
            return false;
        return plain.IsGenericType && plain.GetGenericArguments().Any(a => Holds(a, wanted, depth + 1))
            || plain.Namespace?.StartsWith("System", StringComparison.Ordinal) != true && plain.Namespace?.StartsWith("LinqToDB", StringComparison.Ordinal) != true
                && plain.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(p => p.GetIndexParameters().Length == 0 && Holds(p.PropertyType, wanted, depth + 1));
    }

    void Add(params ReadOnlySpan<Need> needs) => _needs.UnionWith(needs.ToArray());
}
