using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The key of a row in a query: what counts of its columns, each beside whether it is NULL where it may be, so that plain equality, which engines hash, matches NULL with NULL; alone where an engine hashes equality that does.</summary>
sealed class KeyExpressions
{
    static readonly MethodInfo Times = new Func<long?, long?, long?>(Modular.Narrow).Method;
    static readonly MethodInfo Plus = new Func<long?, long?, long?>(Modular.Plus).Method;
    static readonly MethodInfo Remainder = new Func<long?, long?, long?>(Modular.Remainder).Method;

    readonly ComparisonPlan _plan;
    readonly bool _isNullSafe;
    readonly int _parts;

    /// <param name="plan">What is compared.</param>
    /// <param name="dialect">Whose engine compares keys.</param>
    /// <exception cref="ComparisonException">What counts of a key's column by its tolerance cannot be said in SQL; the message names it.</exception>
    public KeyExpressions(ComparisonPlan plan, string dialect)
    {
        (_plan, _isNullSafe) = (plan, NullSafe.IsHashed(dialect));
        foreach (var column in plan.Key.Select(k => plan.Columns[k]))
        {
            if (ToleranceSql.FormOf(column.Rule, Expression.Parameter(column.Type)) is null)
                throw new ComparisonException($"Column {column.Name} is of the key, and SQL does not say alike on all engines what counts of it '{column.Rule}'; use another key.");
        }

        var parts = Parts(Expression.Parameter(plan.Tree.Type));
        (Tree, _parts) = (new CellTree([.. parts.Select(p => p.Type).DefaultIfEmpty(typeof(int))]), parts.Count);
    }

    /// <summary>The key's parts as a tree; a number where there is no key.</summary>
    public CellTree Tree { get; }

    /// <summary>The key of a tree of cells.</summary>
    public Expression Of(Expression cells) => CellTree.Of(Parts(cells));

    /// <summary>The key's parts of a tree of cells.</summary>
    public IReadOnlyList<Expression> Parts(Expression cells) => [.. _plan.Key.SelectMany(k => Parts(_plan.Columns[k], ToleranceSql.FormOf(_plan.Columns[k].Rule, _plan.Tree.Cell(cells, k))!))];

    /// <summary>Whether two keys are one.</summary>
    public Expression AreEqual(Expression left, Expression right) =>
        Enumerable.Range(0, _parts).Select(part => (Expression)AreEqual(left, right, part)).Aggregate(Expression.AndAlso);

    /// <summary>The place that a key is scattered to; null where its parts have none.</summary>
    public Expression? Scattered(Expression key)
    {
        var parts = Enumerable.Range(0, _parts).Select(part => Tree.Cell(key, part)).ToList();
        if (parts.Exists(p => p.Type == typeof(byte[])))
            return null;
        return parts.Select(p => (Expression)Expression.Convert(Expression.Call(typeof(Scatter), nameof(Scatter.Place), [p.Type], p), typeof(long?)))
            .Aggregate((all, one) => Expression.Call(Remainder, Expression.Call(Plus, Expression.Call(Times, Number(5), all), one), Number(Scatter.Places)));

        static ConstantExpression Number(long value) => Expression.Constant((long?)value, typeof(long?));
    }

    MethodCallExpression AreEqual(Expression left, Expression right, int part)
    {
        var (l, r) = (Tree.Cell(left, part), Tree.Cell(right, part));
        return Expression.Call(_isNullSafe ? typeof(NullSafe) : typeof(SqlEquality), nameof(SqlEquality.Matches), [l.Type], l, r);
    }

    IEnumerable<Expression> Parts(PlannedColumn column, Expression form)
    {
        if (_isNullSafe || (!column.CanBeNull && column.Rule is null))
            return [form];
        return [Expression.Coalesce(form, Nothing(form.Type)), Expression.Condition(Expression.Equal(form, Expression.Constant(null, form.Type)), Expression.Constant(1), Expression.Constant(0))];
    }

    // Any value does: whether it stands for NULL says the part beside it.
    static ConstantExpression Nothing(Type type) => type == typeof(string) ? Expression.Constant("")
        : type == typeof(byte[]) ? Expression.Constant(Array.Empty<byte>())
        : type == typeof(DateTime?) ? Expression.Constant(DateTime.UnixEpoch)
        : Expression.Constant(Activator.CreateInstance(Nullable.GetUnderlyingType(type)!));
}
