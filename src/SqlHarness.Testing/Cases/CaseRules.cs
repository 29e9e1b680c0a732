using System.Linq.Expressions;
using FsCheck;
using SqlHarness.Testing.Cases.Rules;

namespace SqlHarness.Testing.Cases;

/// <summary>
/// What the author of a query knows of its tables beyond their mapping. Each method returns new rules; the generator obeys them, and shrinking does not leave them.
/// Without rules every value that a column can hold may occur.
/// </summary>
public sealed record CaseRules
{
    CaseRules() { }

    /// <summary>No rules.</summary>
    public static CaseRules None { get; } = new();

    internal IReadOnlyList<ColumnRule> Columns { get; private init; } = [];

    internal IReadOnlyList<RowRule> Made { get; private init; } = [];

    internal IReadOnlyList<FilterRule> Filters { get; private init; } = [];

    internal IReadOnlyList<UniqueRule> Uniques { get; private init; } = [];

    internal IReadOnlyList<MatchRule> Matching { get; private init; } = [];

    internal (int Least, int Most)? Sizes { get; private init; }

    /// <summary>How many rows each table of a case has; by default up to some fifteen, fewer where there are several tables. The second and third case have one row and none for all that.</summary>
    /// <param name="least">The fewest.</param>
    /// <param name="most">The most.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are no range of sizes.</exception>
    public CaseRules Sized(int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, Math.Max(1, least));
        return this with { Sizes = (least, most) };
    }

    /// <summary>Takes a column's values from a generator: <c>.Column((Order o) => o.Amount, Gen.Elements(1m, 2m))</c>. Shrinking then only tries values that the case has in this column.</summary>
    /// <param name="column">A mapped property.</param>
    /// <param name="values">Its values; NULL among them, if it may be.</param>
    /// <exception cref="ArgumentException"><paramref name="column"/> is not a property.</exception>
    public CaseRules Column<TRow, TValue>(Expression<Func<TRow, TValue>> column, Gen<TValue> values) where TRow : class =>
        this with { Columns = [.. Columns, new(typeof(TRow), Members.One(column), draws => draws.From(values))] };

    /// <summary>Takes whole rows from a generator. Keys that collide and references to nothing are replaced; shrinking only drops such rows.</summary>
    /// <param name="rows">The rows of this type.</param>
    public CaseRules Rows<TRow>(Gen<TRow> rows) where TRow : class => this with { Made = [.. Made, new(typeof(TRow), draws => draws.From(rows))] };

    /// <summary>Keeps only rows that satisfy a condition. Prefer <see cref="Column"/> for a condition that few rows satisfy: too many discarded rows are refused.</summary>
    /// <param name="condition">The condition, on one row.</param>
    public CaseRules Where<TRow>(Func<TRow, bool> condition) where TRow : class => this with { Filters = [.. Filters, new(typeof(TRow), row => condition((TRow)row))] };

    /// <summary>No two rows of a case agree in these columns: <c>.Unique((Order o) => new { o.Shop, o.Number })</c>. NULL counts as a value. Primary keys are unique anyway.</summary>
    /// <param name="columns">A property, or an anonymous type of properties.</param>
    /// <exception cref="ArgumentException"><paramref name="columns"/> is something else.</exception>
    public CaseRules Unique<TRow>(Expression<Func<TRow, object?>> columns) where TRow : class => this with { Uniques = [.. Uniques, new(typeof(TRow), Members.Of(columns))] };

    /// <summary>
    /// A foreign key: the child's columns hold NULL or what some parent's columns hold: <c>.Matches((Refund r) => r.OrderId, (Order o) => o.Id)</c>. Those of
    /// linq2db's associations are known anyway.
    /// </summary>
    /// <param name="child">A property, or an anonymous type of properties.</param>
    /// <param name="parent">As many, in the same order.</param>
    /// <exception cref="ArgumentException">One is something else, or they are not as many.</exception>
    public CaseRules Matches<TChild, TParent>(Expression<Func<TChild, object?>> child, Expression<Func<TParent, object?>> parent) where TChild : class where TParent : class =>
        this with { Matching = [.. Matching, MatchRule.Of(typeof(TChild), Members.Of(child), typeof(TParent), Members.Of(parent))] };
}
