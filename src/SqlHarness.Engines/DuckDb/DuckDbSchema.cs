using LinqToDB.Mapping;

namespace SqlHarness.Engines.DuckDb;

/// <summary>Times come back as UTC: DuckDB's TIMESTAMP has no zone, and its driver returns <see cref="DateTimeKind.Unspecified"/>.</summary>
sealed class DuckDbSchema : MappingSchema
{
    public static readonly DuckDbSchema Instance = new();

    DuckDbSchema() : base("SqlHarness.DuckDb") => SetConvertExpression<DateTime, DateTime>(time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
