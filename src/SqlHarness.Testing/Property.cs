using System.Runtime.CompilerServices;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;

namespace SqlHarness.Testing;

/// <summary>States what is to be proven of a query. The last parameters are filled in by the compiler: they put the author's own code into the test of a report.</summary>
public static class Property
{
    /// <summary>A query equals its reference.</summary>
    /// <param name="name">The query's name, for reports.</param>
    /// <param name="kind">The kind of table that the query reads.</param>
    /// <param name="query">The query. It keeps cases apart: its users, groups or partitions contain the case.</param>
    /// <param name="caseOf">The case of a result row.</param>
    /// <param name="reference">What the query means, as a plain function of one case's rows.</param>
    /// <param name="kindCode">Compiler's.</param>
    /// <param name="queryCode">Compiler's.</param>
    /// <param name="caseOfCode">Compiler's.</param>
    /// <param name="referenceCode">Compiler's.</param>
    public static Property<TRow, TResult> Of<TRow, TResult>(
        string name, CaseKind<TRow> kind, Func<IQueryable<TRow>, IQueryable<TResult>> query, Func<TResult, int> caseOf, Func<IReadOnlyList<TRow>, IEnumerable<TResult>> reference,
        [CallerArgumentExpression(nameof(kind))] string kindCode = "", [CallerArgumentExpression(nameof(query))] string queryCode = "",
        [CallerArgumentExpression(nameof(caseOf))] string caseOfCode = "", [CallerArgumentExpression(nameof(reference))] string referenceCode = "") where TRow : class =>
        new(name, kind, query, caseOf, new ReferenceClaim<TRow, TResult>(reference), new(kindCode, queryCode, caseOfCode, referenceCode));

    /// <summary>A claim holds for a query.</summary>
    /// <param name="name">The query's name, for reports.</param>
    /// <param name="kind">The kind of table that the query reads.</param>
    /// <param name="query">The query. It keeps cases apart: its users, groups or partitions contain the case.</param>
    /// <param name="caseOf">The case of a result row.</param>
    /// <param name="claim">The claim, as a <see cref="Relation{TRow, TResult}"/>.</param>
    /// <param name="kindCode">Compiler's.</param>
    /// <param name="queryCode">Compiler's.</param>
    /// <param name="caseOfCode">Compiler's.</param>
    /// <param name="claimCode">Compiler's.</param>
    public static Property<TRow, TResult> Of<TRow, TResult>(
        string name, CaseKind<TRow> kind, Func<IQueryable<TRow>, IQueryable<TResult>> query, Func<TResult, int> caseOf, IClaim<TRow, TResult> claim,
        [CallerArgumentExpression(nameof(kind))] string kindCode = "", [CallerArgumentExpression(nameof(query))] string queryCode = "",
        [CallerArgumentExpression(nameof(caseOf))] string caseOfCode = "", [CallerArgumentExpression(nameof(claim))] string claimCode = "") where TRow : class =>
        new(name, kind, query, caseOf, claim, new(kindCode, queryCode, caseOfCode, claimCode));
}
