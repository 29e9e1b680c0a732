using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>
/// Whether something holds for a row, as a number of SQL, 1 or 0 and never NULL. Flags are combined by arithmetic: an optimizer that knows better
/// what a negated condition means for NULL
/// has nothing to say about sums and products.
/// </summary>
/// <param name="Number">The number.</param>
sealed record Flag(ISqlExpression Number)
{
    static readonly DbDataType Integer = new(typeof(int), DataType.Int32);

    /// <summary>A condition is true; false and unknown both are 0.</summary>
    public static Flag Of(ISqlPredicate condition) => new(new SqlConditionExpression(condition, Value(1), Value(0)));

    /// <summary>A value is NULL.</summary>
    public static Flag IsNull(ISqlExpression value) => Of(new SqlPredicate.IsNull(value, false));

    /// <summary>A value is not NULL.</summary>
    public static Flag IsKnown(ISqlExpression value) => Of(new SqlPredicate.IsNull(value, true));

    /// <summary>Two values compare in some way; with NULL they do not.</summary>
    public static Flag Is(ISqlExpression left, SqlPredicate.Operator comparison, ISqlExpression right) =>
        Of(new SqlPredicate.ExprExpr(left, comparison, right, null));

    /// <summary>A number compares in some way.</summary>
    public static Flag Is(ISqlExpression left, SqlPredicate.Operator comparison, long right) => Is(left, comparison, Value((int)right));

    /// <summary>A number is at least so large.</summary>
    public static Flag AtLeast(ISqlExpression left, long least) => Is(left, SqlPredicate.Operator.GreaterOrEqual, least);

    /// <summary>Both hold; null stands for what always holds.</summary>
    public static Flag And(Flag? left, Flag right) => left is null ? right : left & right;

    /// <summary>Exactly one of them holds.</summary>
    public static Flag Differ(Flag left, Flag right) => (left & !right) | (!left & right);

    public static Flag operator &(Flag left, Flag right) =>
        new(new SqlBinaryExpression(Integer, left.Number, "*", right.Number, Precedence.Multiplicative));

    /// <summary>One of them holds; they exclude each other.</summary>
    public static Flag operator |(Flag left, Flag right) =>
        new(new SqlBinaryExpression(Integer, left.Number, "+", right.Number, Precedence.Additive));

    public static Flag operator !(Flag flag) => new(new SqlBinaryExpression(Integer, Value(1), "-", flag.Number, Precedence.Subtraction));

    static SqlValue Value(int number) => new(Integer, number);
}
