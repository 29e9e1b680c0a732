using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>Linear forms of a row's limbs modulo the prime, in a query: two for the row and one for its key.</summary>
/// <param name="plan">What is compared.</param>
/// <param name="isLeft">Whose columns.</param>
/// <param name="seed">The coefficients.</param>
sealed class RowForms(ComparisonPlan plan, bool isLeft, FingerprintSeed seed)
{
    static readonly MethodInfo Term = new Func<long?, long?, long?>(Modular.Term).Method;
    static readonly MethodInfo Plus = new Func<long?, long?, long?>(Modular.Plus).Method;
    static readonly MethodInfo Residue = new Func<long?, long?>(Modular.Residue).Method;

    /// <summary>The form that rows are divided into segments by.</summary>
    public const int KeyForm = 2;

    /// <summary>A form of a row, from 0 and below the prime.</summary>
    /// <param name="form">Which.</param>
    /// <param name="cells">The tree of its cells.</param>
    public Expression Of(int form, Expression cells)
    {
        var columns = form == KeyForm && plan.Key.Count > 0 ? plan.Key : [.. Enumerable.Range(0, plan.Columns.Count).Where(i => !plan.Columns[i].IsIgnored && (form != KeyForm || Divides(plan.Columns[i])))];
        return Expression.Call(Residue, Sum([Long(seed[form, -1, 0]), .. columns.Select(i => Column(form, i, plan.Tree.Cell(cells, i)))]));
    }

    /// <summary>Whether some cell is not said whole by its limbs, so that the row must be looked at; null if none can be.</summary>
    public Expression? IsBeyond(Expression cells) => plan.Columns.Where(c => !c.IsIgnored).SelectMany((c, i) => IsBeyond(c, plan.Tree.Cell(cells, i))).Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));

    // What may be equal by rounding alone is looked at too, to be counted.
    static IEnumerable<Expression> IsBeyond(PlannedColumn column, Expression cell) =>
        new[] { Limbs.IsBeyond(cell), column.RoundedFrom is { } from ? Limbs.IsFrom(cell, from) : null }.OfType<Expression>();

    // Without a key rows are divided by all that equal rows have in common.
    static bool Divides(PlannedColumn column) => column.Tolerance is not { IsNear: not null } && ToleranceSql.FormOf(column.Tolerance, Expression.Parameter(column.Type)) is not null;

    Expression Column(int form, int index, Expression cell)
    {
        var column = plan.Columns[index];
        var own = isLeft ? column.Column.Left : column.Column.Right;
        // What counts of a key by its tolerance decides where its rows go.
        var said = form == KeyForm ? ToleranceSql.FormOf(column.Tolerance, cell)! : cell;
        var sum = Sum([.. Limbs.Of(column.Column, own, said).Select(l => Expression.Call(Term, Long(seed[form, index, l.Place]), l.Limb))]);
        return own.IsNullable || column.Tolerance is not null
            ? Expression.Condition(Expression.Equal(said, Expression.Constant(null, said.Type)), Long(seed[form, index, FingerprintSeed.Null]), sum) : sum;
    }

    // Halves, so that parentheses are not as deep as there are columns.
    static Expression Sum(IReadOnlyList<Expression> terms) => terms.Count == 1 ? terms[0]
        : Expression.Call(Plus, Sum([.. terms.Take(terms.Count / 2)]), Sum([.. terms.Skip(terms.Count / 2)]));

    static ConstantExpression Long(long value) => Expression.Constant((long?)value, typeof(long?));
}
