using System.Text;

namespace SqlHarness.Engines.Dialects;

/// <summary>Ways to quote that several dialects share.</summary>
static class Quotes
{
    /// <summary>A name in backticks.</summary>
    /// <param name="name">The name.</param>
    /// <param name="escaped">What a backtick in it becomes.</param>
    public static string Backticks(string name, string escaped = "``") => $"`{name.Replace("`", escaped, StringComparison.Ordinal)}`";

    /// <summary>A text in which a backslash escapes.</summary>
    public static string Backslashed(string value)
    {
        var text = new StringBuilder("'");
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '\\' => @"\\",
                '\'' => @"\'",
                '\n' => @"\n",
                '\r' => @"\r",
                _ => c.ToString(),
            });
        }

        return text.Append('\'').ToString();
    }
}
