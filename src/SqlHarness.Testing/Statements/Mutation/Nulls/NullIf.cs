using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>NULLIF is gone.</summary>
sealed class NullIf : ElementOperator<SqlFunction>
{
    public override string Code => "NUZ";

    protected override IEnumerable<Alternative> Of(SqlFunction element, Site site)
    {
        if (element is { Parameters: [var value, var excluded] } && element.Name.Equals("NULLIF", StringComparison.OrdinalIgnoreCase))
            yield return new(value, Predicates.Relations.Row(site, value, "exactly", excluded));
    }
}
