using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>
/// Two values of a row that are compared by their order are less, equal and greater, where the comparison matters: so the bounds of a range are met
/// exactly.
/// </summary>
sealed class OrderCriterion : IAtomCriterion
{
    /// <summary>How one value may lie to another.</summary>
    public static readonly IReadOnlyList<(SqlPredicate.Operator Aim, string What)> Sides =
        [(SqlPredicate.Operator.Less, "less"), (SqlPredicate.Operator.Equal, "exactly"), (SqlPredicate.Operator.Greater, "greater")];

    public IEnumerable<Aim> Of(Atom atom, Scope scope) => atom.Predicate is SqlPredicate.ExprExpr
    {
        Operator: not (SqlPredicate.Operator.Equal or SqlPredicate.Operator.NotEqual or SqlPredicate.Operator.Overlaps), Expr1: var left,
            Expr2: var right,
    } && !Scope.IsConstant(left) && !Scope.IsConstant(right)
        ? Sides.Select(side => new Aim(scope.Goal(atom.Text, side.What), atom.Matters(Flag.Is(left, side.Aim, right))))
        : [];
}
