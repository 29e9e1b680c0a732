using SqlHarness.Engines.Dialects.Layout;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// Trino. Times are TIMESTAMP(6). NULL is last in both directions, and OFFSET stands before LIMIT (https://trino.io/docs/current/sql/select.html).
/// </summary>
sealed class TrinoDialect : Dialect
{
    public override string Name => Portability.DialectNames.Trino;

    public override string Title => "Trino";

    internal override NullOrder Nulls => NullOrder.Last;

    internal override string TimeType => "TIMESTAMP(6)";

    internal override Doc Paging(string? take, string? skip, bool ordered) => Doc.Of(
        skip is null ? Doc.Empty : Doc.HardLine + $"OFFSET {skip}", take is null ? Doc.Empty : Doc.HardLine + $"LIMIT {take}");
}
