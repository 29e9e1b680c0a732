using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>What parsers are spared is still more than they take; where it is not, they need be spared no longer.</summary>
public class SparedTests
{
    [Fact]
    public void Polyglot_does_not_follow_MySQLs_letters()
    {
        using var node = NodeParsers.Start();
        var sql = $"SELECT {TextSpellings.MySqlLower.Replace("{0}", TextSpellings.MySqlUpper.Replace("{0}", "a", StringComparison.Ordinal), StringComparison.Ordinal)} FROM t";
        node.Error(Parsers.Polyglot, DialectNames.MySql, sql).ShouldNotBeNull();
        MySqlLetters.Folded(sql).ShouldBe("SELECT ascii_letters(ascii_letters(a, 'upper'), 'lower') FROM t");
    }

    [Fact]
    public void The_translator_loses_a_quote_of_T_SQLs_texts()
    {
        using var node = NodeParsers.Start();
        node.Translated(DialectNames.SqlServer, "SELECT N'''' AS x").ShouldNotContain("''''");
        node.ToDuckDb(DialectNames.SqlServer, "SELECT N'''' AS x").ShouldContain("''''");
    }
}
