using LinqToDB;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>
/// Gives values the type in the database that the constant has beside which they lie: engines store some types otherwise than they look.
/// </summary>
static class Typing
{
    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="constant">A constant of its type.</param>
    /// <param name="compared">What the constant is compared with.</param>
    public static SqlValue Value(object value, ISqlExpression constant, ISqlExpression compared) =>
        (Of(constant, []) ?? Of(compared, [])) is { } type && type.SystemType.IsInstanceOfType(value) ? new(type, value) : new(value);

    static DbDataType? Of(ISqlExpression expression, HashSet<IQueryElement> entered) => !entered.Add(expression) ? null : expression switch
    {
        SqlValue literal => literal.ValueType,
        SqlParameter parameter => parameter.Type,
        SqlParameterCastExpression cast => cast.Parameter.Type,
        SqlField field => field.Type,
        _ => BaseColumns.Sources(expression).Select(s => Of(s, entered)).FirstOrDefault(t => t is not null),
    };
}
