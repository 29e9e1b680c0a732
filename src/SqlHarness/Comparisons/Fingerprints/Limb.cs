using System.Linq.Expressions;

namespace SqlHarness.Comparisons;

/// <summary>A whole number of a cell in a query.</summary>
/// <param name="Number">The number.</param>
/// <param name="Range">What it is known to be within.</param>
sealed record Limb(Expression Number, NumberRange Range);
