namespace SqlHarness.Testing.Claims;

/// <summary>The answer does not depend on the physical order of rows: what is ordered has a tie-breaker.</summary>
static class OrderClaim
{
    public static RelationClaim<TResult> Of<TResult>() => new("rows in reverse physical order", input => new([.. input.Tables.Select(t => (IReadOnlyList<object>)[.. t.Reverse()])]), (_, results) => results, null)
    {
        Broken = "is not determined: for the same rows in another physical order it answers otherwise, so that something is ordered without a unique tie-breaker (TAKE, ROW_NUMBER, FIRST_VALUE, LAG)",
    };
}
