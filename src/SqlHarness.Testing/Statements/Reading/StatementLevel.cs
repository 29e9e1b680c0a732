using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>One SELECT of a statement, as a person would point at it.</summary>
/// <param name="Name">The name of its step or CTE, or of what it stands in; no two levels of a statement have the same.</param>
/// <param name="Query">The SELECT, without those that are united with it: each of them is a level of its own.</param>
/// <param name="IsInExpression">Whether it stands within an expression (EXISTS, IN, a scalar), directly or not, and so is run for a row of another level.</param>
sealed record StatementLevel(string Name, SelectQuery Query, bool IsInExpression);
