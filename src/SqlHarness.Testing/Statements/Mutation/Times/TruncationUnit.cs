using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Times;

/// <summary>A time is cut to the next finer or coarser unit of the calendar.</summary>
sealed class TruncationUnit : ElementOperator<SqlExpression>
{
    public override string Code => "TRU";

    protected override IEnumerable<Alternative> Of(SqlExpression element, Site site) =>
        from other in PortableTexts.Beside(element.Expr)
        let units = new[] { other.Unit, other.Was }.Order().Select(u => u.ToString().ToLowerInvariant()).ToList()
        select new Alternative(
            new SqlExpression(element.Type, other.Sql, element.Precedence, element.Flags, element.NullabilityType, element.CanBeNullNullable, element.Parameters),
            $"two times in one {units[1]} and not in one {units[0]}");
}
