using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>Each value of an IN list is met where the list matters; that none is met is the atom's own truth.</summary>
sealed class ListCriterion : IAtomCriterion
{
    public IEnumerable<Aim> Of(Atom atom, Scope scope) => atom.Predicate is SqlPredicate.InList { Expr1: var expression, Values: var values }
        ? values.SelectMany(v => scope.Constants(v).Select(c => (Type: v, Value: c)))
            .Select(c => new Aim(scope.Goal(atom.Text, $"is {CSharpText.Value(c.Value)}"),
            atom.Matters(Flag.Is(expression, SqlPredicate.Operator.Equal, Typing.Value(c.Value, c.Type, expression)))))
        : [];
}
