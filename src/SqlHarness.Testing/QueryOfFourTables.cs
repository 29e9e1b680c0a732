using System.Runtime.CompilerServices;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing;

/// <summary>A query over four tables, and how it is to be proven; made by <see cref="Harness"/>.</summary>
public sealed class QueryOf<T1, T2, T3, T4, TResult> : QueryUnderTest<QueryOf<T1, T2, T3, T4, TResult>, TResult>
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class
{
    internal QueryOf(HarnessSettings settings, string code, QueryOver<TResult> query) : base(settings, code, [typeof(T1), typeof(T2), typeof(T3), typeof(T4)], query) { }

    /// <summary>The query equals its reference for every case.</summary>
    /// <param name="reference">What the query means, as a plain function of one case's rows.</param>
    /// <param name="referenceCode">Compiler's.</param>
    public StatedProperty<TResult> Against(
        Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IReadOnlyList<T3>, IReadOnlyList<T4>, IEnumerable<TResult>> reference, [CallerArgumentExpression(nameof(reference))] string referenceCode = "") =>
        State(new ReferenceClaim<TResult>(input => reference(input.Of<T1>(0), input.Of<T2>(1), input.Of<T3>(2), input.Of<T4>(3))), $".Against({referenceCode})");

    /// <summary>Another query answers the same: two formulations of one meaning.</summary>
    /// <param name="other">The other query.</param>
    /// <param name="otherCode">Compiler's.</param>
    public StatedProperty<TResult> EqualTo(
        Func<IQueryable<T1>, IQueryable<T2>, IQueryable<T3>, IQueryable<T4>, IQueryable<TResult>> other, [CallerArgumentExpression(nameof(other))] string otherCode = "") =>
        State(new FormulationClaim<TResult>(otherCode, tables => other((IQueryable<T1>)tables[0], (IQueryable<T2>)tables[1], (IQueryable<T3>)tables[2], (IQueryable<T4>)tables[3])), $".EqualTo({otherCode})");

    /// <summary>Something is true of the rows and the answer of every case.</summary>
    /// <param name="holds">Whether it is.</param>
    /// <param name="holdsCode">Compiler's.</param>
    public StatedProperty<TResult> Invariant(
        Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IReadOnlyList<T3>, IReadOnlyList<T4>, IReadOnlyList<TResult>, bool> holds, [CallerArgumentExpression(nameof(holds))] string holdsCode = "") =>
        State(new ResultClaim<TResult>($"breaks the invariant {holdsCode}", (input, results) => holds(input.Of<T1>(0), input.Of<T2>(1), input.Of<T3>(2), input.Of<T4>(3), results) ? results : []), $".Invariant({holdsCode})");

    /// <summary>A change of the input changes the answer in a known way (a metamorphic relation).</summary>
    /// <param name="name">What is changed: <c>shifted by a day</c>.</param>
    /// <param name="change">The change of a case's rows; it changes the same rows in the same way whenever it is called.</param>
    /// <param name="expect">The answer after the change, from the rows and the answer before it.</param>
    /// <param name="after">The query after the change, where a parameter of it changes too; by default the same.</param>
    /// <param name="changeCode">Compiler's.</param>
    /// <param name="expectCode">Compiler's.</param>
    /// <param name="afterCode">Compiler's.</param>
    public StatedProperty<TResult> Relation(
        string name, Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IReadOnlyList<T3>, IReadOnlyList<T4>, (IReadOnlyList<T1>, IReadOnlyList<T2>, IReadOnlyList<T3>, IReadOnlyList<T4>)> change, Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IReadOnlyList<T3>, IReadOnlyList<T4>, IReadOnlyList<TResult>, IEnumerable<TResult>> expect,
        Func<IQueryable<T1>, IQueryable<T2>, IQueryable<T3>, IQueryable<T4>, IQueryable<TResult>>? after = null,
        [CallerArgumentExpression(nameof(change))] string changeCode = "", [CallerArgumentExpression(nameof(expect))] string expectCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "") =>
        State(new RelationClaim<TResult>(
            name, input => Changed(change(input.Of<T1>(0), input.Of<T2>(1), input.Of<T3>(2), input.Of<T4>(3))), (input, results) => expect(input.Of<T1>(0), input.Of<T2>(1), input.Of<T3>(2), input.Of<T4>(3), results), after is null ? null : tables => after((IQueryable<T1>)tables[0], (IQueryable<T2>)tables[1], (IQueryable<T3>)tables[2], (IQueryable<T4>)tables[3])),
            $".Relation({CSharpText.Value(name)}, {changeCode}, {expectCode}{(after is null ? "" : $", {afterCode}")})");

    /// <summary>What a named step of the query (<c>.AsStep("paid_orders")</c>) means: a report then names the first step that leaves its reference.</summary>
    /// <typeparam name="TStep">The type of the step's rows.</typeparam>
    /// <param name="name">The step's name.</param>
    /// <param name="reference">Its rows, as a plain function of one case's rows.</param>
    public QueryOf<T1, T2, T3, T4, TResult> Step<TStep>(string name, Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IReadOnlyList<T3>, IReadOnlyList<T4>, IEnumerable<TStep>> reference) =>
        With(Settings with { Steps = [.. Settings.Steps, StepReference.Of(name, input => reference(input.Of<T1>(0), input.Of<T2>(1), input.Of<T3>(2), input.Of<T4>(3)))] });

    /// <summary>One case written by hand, in the place of generated ones.</summary>
    public QueryOf<T1, T2, T3, T4, TResult> Given(IReadOnlyList<T1> first, IReadOnlyList<T2> second, IReadOnlyList<T3> third, IReadOnlyList<T4> fourth) => With(Settings with { Given = new([[.. first], [.. second], [.. third], [.. fourth]]) });

    private protected override QueryOf<T1, T2, T3, T4, TResult> With(HarnessSettings settings) => new(settings, Code, Query);

    static InputCase Changed((IReadOnlyList<T1>, IReadOnlyList<T2>, IReadOnlyList<T3>, IReadOnlyList<T4>) rows) => new([[.. rows.Item1], [.. rows.Item2], [.. rows.Item3], [.. rows.Item4]]);
}
