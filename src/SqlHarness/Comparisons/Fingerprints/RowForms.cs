using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>Linear forms of a row's numbers in a query, each modulo a prime: two for the row and one for its key.</summary>
/// <param name="plan">What is compared.</param>
/// <param name="isLeft">Whose columns.</param>
/// <param name="seed">The coefficients.</param>
/// <param name="ranges">What the columns of both sides are within, so that their numbers are packed; null where it is not known.</param>
sealed class RowForms(ComparisonPlan plan, bool isLeft, FingerprintSeed seed, MeasuredRanges? ranges = null)
{
    // So many products add up in 64 bits.
    const int MostTerms = 8;

    static readonly MethodInfo Narrow = new Func<long?, long?, long?>(Modular.Narrow).Method;
    static readonly MethodInfo Wide = new Func<long?, long?, long?, long?>(Modular.Wide).Method;
    static readonly MethodInfo Plus = new Func<long?, long?, long?>(Modular.Plus).Method;
    static readonly MethodInfo Remainder = new Func<long?, long?, long?>(Modular.Remainder).Method;

    /// <summary>The form that rows are divided into segments by.</summary>
    public const int KeyForm = 2;

    /// <summary>The prime of a form.</summary>
    public static long PrimeOf(int form) => form == 1 ? Modular.OtherPrime : Modular.Prime;

    /// <summary>A form of a row: a remainder.</summary>
    /// <param name="form">Which.</param>
    /// <param name="cells">The tree of its cells.</param>
    public Expression Of(int form, Expression cells)
    {
        List<int> columns = form == KeyForm && plan.Key.Count > 0 ? [.. plan.Key] : [.. Enumerable.Range(0, plan.Columns.Count).Where(i => !plan.Columns[i].IsIgnored && (form != KeyForm || Divides(plan.Columns[i])))];
        var (packed, alone) = Packed(columns, cells);
        // A key of one number is divided by it: it needs no form.
        if (form == KeyForm && plan.Key.Count > 0 && alone.Count == 0 && packed is [var key])
            return key.Range.Greatest < PrimeOf(form) ? key.Number : Remaining([key.Number], form);
        List<Expression> sums = [];
        List<Expression> open = [Long(seed.Coefficient(form, -1, 0))];
        var terms = 1;
        foreach (var (sum, count) in packed.Select((p, i) => ((Expression)Term(form, plan.Columns.Count + i, 0, p), 1)).Concat(alone.Select(i => Column(form, i, plan.Tree.Cell(cells, i)))))
        {
            if (terms + count > MostTerms)
            {
                sums.Add(Remaining(open, form));
                (open, terms) = ([], 0);
            }

            open.Add(sum);
            terms += count;
        }

        sums.Add(Remaining(open, form));
        return sums.Count == 1 ? sums[0] : Remaining(sums, form);
    }

    /// <summary>A form of a row, by its cells.</summary>
    public Expression<Func<TCells, long?>> Of<TCells>(int form)
    {
        var cells = Expression.Parameter(typeof(TCells), "cells");
        return Expression.Lambda<Func<TCells, long?>>(Of(form, cells), cells);
    }

    /// <summary>Whether some cell is not said whole by its numbers, so that the row must be looked at; null if none can be.</summary>
    public Expression? IsBeyond(Expression cells) => plan.Columns.Where(c => !c.IsIgnored).SelectMany((c, i) => IsBeyond(c, plan.Tree.Cell(cells, i))).Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));

    // What may be equal by rounding alone is looked at too, to be counted.
    static IEnumerable<Expression> IsBeyond(PlannedColumn column, Expression cell) =>
        new[] { Limbs.IsBeyond(cell), column.RoundedFrom is { } from ? Limbs.IsFrom(cell, from) : null }.OfType<Expression>();

    // Without a key rows are divided by all that equal rows have in common.
    static bool Divides(PlannedColumn column) => column.Rule is not { IsNear: not null } && ToleranceSql.FormOf(column.Rule, Expression.Parameter(column.Type)) is not null;

    // Columns that are packed, and those that are not: their ranges are not known, or the numbers of a cell do not all fit, or a tolerance is for them.
    (IReadOnlyList<Limb> Packed, List<int> Alone) Packed(List<int> columns, Expression cells)
    {
        if (ranges is null)
            return ([], columns);
        List<Packing.Digit> digits = [];
        List<int> alone = [];
        foreach (var index in columns)
        {
            var own = ranges.DigitsOf(plan, index, cells);
            if (own.Count > 0 && own.All(d => Packing.IsOne([d])))
                digits.AddRange(own);
            else
                alone.Add(index);
        }

        return (Packing.Of(digits), alone);
    }

    (Expression Sum, int Terms) Column(int form, int index, Expression cell)
    {
        var column = plan.Columns[index];
        // What counts of a key by its tolerance decides where its rows go.
        var said = form == KeyForm ? ToleranceSql.FormOf(column.Rule, cell)! : cell;
        var terms = Limbs.Of(column.Column, said).Select((n, i) => (Expression)Term(form, index, i, n)).ToList();
        var own = isLeft ? column.Column.Left : column.Column.Right;
        return (own.IsNullable || column.Rule is not null ? Expression.Coalesce(Sum(terms), Long(seed.Null(form, index))) : Sum(terms), terms.Count);
    }

    MethodCallExpression Term(int form, int place, int number, Limb limb) => Long(seed.Coefficient(form, place, number)) is var coefficient && limb.Range.IsNarrow
        ? Expression.Call(Narrow, coefficient, limb.Number) : Expression.Call(Wide, coefficient, limb.Number, Long(PrimeOf(form)));

    static MethodCallExpression Remaining(List<Expression> terms, int form) => Expression.Call(Remainder, Sum(terms), Long(PrimeOf(form)));

    // Halves, so that parentheses are not as deep as there are columns.
    static Expression Sum(List<Expression> terms) => terms.Count == 1 ? terms[0]
        : Expression.Call(Plus, Sum([.. terms.Take(terms.Count / 2)]), Sum([.. terms.Skip(terms.Count / 2)]));

    static ConstantExpression Long(long value) => Expression.Constant((long?)value, typeof(long?));
}
