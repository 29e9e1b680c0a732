using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>An operator that stands in an expression.</summary>
/// <param name="Element">A condition, CASE, COALESCE or window function.</param>
/// <param name="Guard">Whether it is evaluated for a row; null for always.</param>
sealed record Operator(IQueryElement Element, Flag? Guard);
