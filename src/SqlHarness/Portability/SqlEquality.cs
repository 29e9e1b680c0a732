using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>SQL's own <c>=</c>, which matches no NULL. C#'s <c>==</c> matches NULLs, and its translation (<c>… OR both NULL</c>) defeats hash joins.</summary>
static class SqlEquality
{
    public static bool Matches<T>(T left, T right) => left is not null && right is not null && EqualityComparer<T>.Default.Equals(left, right);

    /// <summary>SQL's <c>&lt;&gt;</c>, which is not true where either is NULL; nor where both are NaN.</summary>
    public static bool Differs<T>(T left, T right) => left is not null && right is not null && !EqualityComparer<T>.Default.Equals(left, right);

    /// <summary>What has to be said beside <c>&lt;&gt;</c> of two floating-point numbers; null where NaN equals NaN, or there is none.</summary>
    public static string? AreNotBothNaN(string dialect) => dialect switch
    {
        ClickHouse => "NOT (isNaN({0}) AND isNaN({1}))",
        BigQuery => "NOT (IS_NAN({0}) AND IS_NAN({1}))",
        Trino => "NOT (is_nan({0}) AND is_nan({1}))",
        _ => null,
    };
}
