using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Times;

/// <summary>A time is cut to the next finer or coarser unit of the calendar.</summary>
sealed class TruncationUnit : ElementOperator<SqlExpression>
{
    public override string Code => "TRU";

    protected override IEnumerable<Alternative> Of(SqlExpression element, Site site) => PortableTexts.Beside(element.Expr).Select(other => new Alternative(
        new SqlExpression(element.Type, other.Sql, element.Precedence, element.Flags, element.NullabilityType, element.CanBeNullNullable, element.Parameters),
        $"two times in one {Coarser(other)} and not in one {Finer(other)}"));

    static string Coarser((string, SqlHarness.Portability.CalendarUnit Unit, SqlHarness.Portability.CalendarUnit Was) other) => Max(other).ToString();

    static string Finer((string, SqlHarness.Portability.CalendarUnit Unit, SqlHarness.Portability.CalendarUnit Was) other) => Max(other) == other.Unit ? other.Was.ToString() : other.Unit.ToString();

    static SqlHarness.Portability.CalendarUnit Max((string, SqlHarness.Portability.CalendarUnit Unit, SqlHarness.Portability.CalendarUnit Was) other) => other.Unit > other.Was ? other.Unit : other.Was;
}
