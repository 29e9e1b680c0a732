using LinqToDB.Mapping;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.Tests.Engines.Dialects;

/// <summary>A column may be called by a word that some dialect reserves; Snowflake folds names to capitals.</summary>
public class ReservedNamesTests
{
    [Table("changes")]
    sealed record Change
    {
        [Column("at"), PrimaryKey] public long At { get; init; }
        [Column("before")] public long Before { get; init; }
        [Column("account")] public long Account { get; init; }
        [Column("amount")] public long Amount { get; init; }
    }

    [Fact]
    public void A_reserved_name_is_quoted_in_every_dialect_and_another_is_not()
    {
        foreach (var dialect in Dialect.All)
        {
            var sql = dialect.Print<Change, Change>(changes => changes.Where(c => c.Before > 1));
            foreach (var name in (string[])["at", "before", "account"])
                sql.ShouldMatch($"(?i)[\"`\\[]{name}[\"`\\]]", customMessage: $"{dialect}\n{sql}");
            sql.ShouldNotMatch("[\"`\\[]amount", customMessage: $"{dialect}\n{sql}");
        }
    }
}
