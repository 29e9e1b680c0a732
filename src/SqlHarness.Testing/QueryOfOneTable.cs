using System.Runtime.CompilerServices;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing;

/// <summary>A query over one table, and how it is to be proven; made by <see cref="Harness"/>.</summary>
public sealed class QueryOf<T, TResult> : QueryUnderTest<QueryOf<T, TResult>, TResult>
    where T : class
{
    internal QueryOf(HarnessSettings settings, string code, QueryOver<TResult> query) : base(settings, code, [typeof(T)], query) { }

    /// <summary>The query equals its reference for every case.</summary>
    /// <param name="reference">What the query means, as a plain function of one case's rows.</param>
    /// <param name="referenceCode">Compiler's.</param>
    public StatedProperty<TResult> Against(Func<IReadOnlyList<T>, IEnumerable<TResult>> reference, [CallerArgumentExpression(nameof(reference))] string referenceCode = "") =>
        State(new ReferenceClaim<InputRow, TResult>(rows => reference(InputRow.Of<T>(rows, 0)), Settings.Key), $".Against({referenceCode})");

    /// <summary>Another query answers the same: two formulations of one meaning.</summary>
    /// <param name="other">The other query.</param>
    /// <param name="otherCode">Compiler's.</param>
    public StatedProperty<TResult> EqualTo(Func<IQueryable<T>, IQueryable<TResult>> other, [CallerArgumentExpression(nameof(other))] string otherCode = "") =>
        State(new FormulationClaim<TResult>(otherCode, tables => other((IQueryable<T>)tables[0])), $".EqualTo({otherCode})");

    /// <summary>Something is true of the rows and the answer of every case.</summary>
    /// <param name="holds">Whether it is.</param>
    /// <param name="holdsCode">Compiler's.</param>
    public StatedProperty<TResult> Invariant(Func<IReadOnlyList<T>, IReadOnlyList<TResult>, bool> holds, [CallerArgumentExpression(nameof(holds))] string holdsCode = "") =>
        State(new InvariantClaim<TResult>(holdsCode, (rows, results) => holds(InputRow.Of<T>(rows, 0), results)), $".Invariant({holdsCode})");

    /// <summary>A change of the input changes the answer in a known way (a metamorphic relation).</summary>
    /// <param name="name">What is changed: <c>shifted by a day</c>.</param>
    /// <param name="change">The change of a case's rows; it changes the same rows in the same way whenever it is called.</param>
    /// <param name="expect">The answer after the change, from the answer before it.</param>
    /// <param name="changeCode">Compiler's.</param>
    /// <param name="expectCode">Compiler's.</param>
    public StatedProperty<TResult> Relation(string name, Func<IReadOnlyList<T>, IReadOnlyList<T>> change, Func<IReadOnlyList<TResult>, IEnumerable<TResult>> expect,
        [CallerArgumentExpression(nameof(change))] string changeCode = "", [CallerArgumentExpression(nameof(expect))] string expectCode = "") =>
        State(new RelationClaim<InputRow, TResult>(name, rows => Changed(change(InputRow.Of<T>(rows, 0))), (_, results) => expect(results), null), $".Relation({Reports.CSharpText.Value(name)}, {changeCode}, {expectCode})");

    /// <summary>One case written by hand, in the place of generated ones.</summary>
    public QueryOf<T, TResult> Given(IReadOnlyList<T> rows) => With(Settings with { Given = new([[.. rows]]) });

    private protected override QueryOf<T, TResult> With(HarnessSettings settings) => new(settings, Code, Query);

    static IReadOnlyList<InputRow> Changed(IReadOnlyList<T> rows) => InputRow.Of(new InputCase([[.. rows]]));
}
