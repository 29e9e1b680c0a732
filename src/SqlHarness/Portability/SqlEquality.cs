namespace SqlHarness.Portability;

/// <summary>SQL's own <c>=</c>, which matches no NULL. C#'s <c>==</c> matches NULLs, and its translation (<c>… OR both NULL</c>) defeats hash joins.</summary>
static class SqlEquality
{
    public static bool Matches<T>(T left, T right) => left is not null && right is not null && EqualityComparer<T>.Default.Equals(left, right);

    /// <summary>SQL's <c>&lt;&gt;</c>, which is not true where either is NULL.</summary>
    public static bool Differs<T>(T left, T right) => left is not null && right is not null && !EqualityComparer<T>.Default.Equals(left, right);
}
