using LinqToDB;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Constants;

/// <summary>A constant within an element.</summary>
/// <param name="Node">The constant.</param>
/// <param name="Value">Its value.</param>
/// <param name="Type">Its type.</param>
/// <param name="Beside">What it is compared or computed with; null where it stands alone.</param>
sealed record ConstantPart(ISqlExpression Node, object Value, DbDataType Type, ISqlExpression? Beside)
{
    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => Value is short or int or long or byte;

    /// <summary>The element with another value in the constant's place.</summary>
    public IQueryElement With(IQueryElement element, object value) => Substitution.Of(element, [Node], new SqlValue(Type, value));
}
