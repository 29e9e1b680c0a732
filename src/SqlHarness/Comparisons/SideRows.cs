using System.Linq.Expressions;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The rows of a side as a plan compares them.</summary>
static class SideRows
{
    /// <summary>The columns of a plan in their common forms, of all keys or of the plan's sample.</summary>
    public static IQueryable<SideRow<TCells>> Of<TCells>(ComparedSide side, bool isLeft, ComparisonPlan plan)
    {
        var step = isLeft ? "left_rows" : "right_rows";
        var rows = side.Rows<TCells>([.. plan.Columns.Select(c => ((isLeft ? c.Column.Left : c.Column.Right).Name, (Func<Expression, Expression>)(cell => CommonForm.Of(c.Column, cell))))]).AsStep(step);
        if (plan.SampledPerMille == 1000)
            return rows;
        // Coefficients of its own, so that segments divide a sample as they divide all rows.
        var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
        var form = new RowForms(plan, isLeft, new FingerprintSeed(SampleSeed)).Of(RowForms.KeyForm, Expression.Property(row, nameof(SideRow<>.Cells)));
        var segment = Expression.Call(new Func<long?, long?, long?>(Modular.Part).Method, form, Expression.Constant((long?)1000, typeof(long?)));
        return rows.Where(Expression.Lambda<Func<SideRow<TCells>, bool>>(Expression.LessThan(segment, Expression.Constant((long?)plan.SampledPerMille, typeof(long?))), row)).AsStep($"sampled_{step}");
    }

    const int SampleSeed = 19_840_229;
}
