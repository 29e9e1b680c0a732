using System.Text.RegularExpressions;
using SqlHarness.Portability;

namespace SqlHarness.DialectTests;

/// <summary>
/// MySQL's twenty-six calls of REPLACE, one in another, for the small or capital letters of a text, as one call. They are right (MariaDB 10.11.19 ran them), and deeper than one parser
/// follows; the other takes seconds for each.
/// </summary>
static class MySqlLetters
{
    static readonly Regex Lower = Calls(TextSpellings.MySqlLower), Upper = Calls(TextSpellings.MySqlUpper);

    /// <summary>The statement with one call in their place.</summary>
    public static string Folded(string sql)
    {
        for (var before = ""; before != sql;)
            (before, sql) = (sql, Upper.Replace(Lower.Replace(sql, "ascii_letters($1, 'lower')"), "ascii_letters($1, 'upper')"));
        return sql;
    }

    static Regex Calls(string spelling) => new(Regex.Escape(spelling).Replace(@"\{0}", Repairs.Balanced, StringComparison.Ordinal));
}
