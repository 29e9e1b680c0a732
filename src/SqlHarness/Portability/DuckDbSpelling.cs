namespace SqlHarness.Portability;

/// <summary>DuckDB: TIMESTAMP holds microseconds; <c>infinity</c> is later than every instant.</summary>
sealed class DuckDbSpelling : Spelling
{
    public override string Configuration => "DuckDB";

    public override string ElapsedMicroseconds => "(epoch_us({1}) - epoch_us({0}))";

    public override string AddMicroseconds => "({0} + to_microseconds({1}))";

    public override string OrEndOfTime => "COALESCE({0}, TIMESTAMP 'infinity')";

    public override string Truncate(CalendarUnit unit) => $"date_trunc('{unit.ToString().ToLowerInvariant()}', {{0}})";
}
