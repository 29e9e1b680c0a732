using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

using Binding = LinqToDB.SqlQuery.Precedence;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>
/// A template that stands in parentheses of its own, so that it is an operand anywhere: without them it can be written where what is around binds less than what is inside.
/// </summary>
/// <param name="Inside">The template without its parentheses.</param>
/// <param name="Precedence">How strongly what is inside binds.</param>
sealed partial record Operand(string Inside, int Precedence)
{
    static readonly ConcurrentDictionary<string, Operand?> Known = new();

    /// <summary>The template without its parentheses; null if it does not stand in any.</summary>
    public static Operand? Of(string template) => Known.GetOrAdd(template, Parsed);

    static Operand? Parsed(string template)
    {
        if (template.Length < 2 || template[0] != '(' || Closing(template, 0) != template.Length - 1)
            return null;
        var inside = template[1..^1];
        var outermost = Outermost(inside);
        return new(inside, outermost switch
        {
            _ when Case().IsMatch(inside) && !AfterEnd().IsMatch(outermost) => Binding.Primary,
            _ when Logic().IsMatch(outermost) => Binding.LogicalDisjunction,
            _ when Comparison().IsMatch(outermost) => Binding.Comparison,
            _ when Arithmetic().IsMatch(outermost) => Binding.Additive,
            _ => Binding.Concatenate,
        });
    }

    // What stands in no parentheses and in no text.
    static string Outermost(string text)
    {
        var outermost = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(')
                i = Closing(text, i);
            else if (text[i] == '\'')
                i = text.IndexOf('\'', i + 1);
            else
                outermost.Append(text[i]);
        }

        return outermost.ToString();
    }

    static int Closing(string text, int opening)
    {
        var depth = 0;
        for (var i = opening; i < text.Length; i++)
        {
            if (text[i] == '\'')
                i = text.IndexOf('\'', i + 1);
            else if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                return i;
        }

        throw new FormatException($"A parenthesis is not closed in {text}.");
    }

    [GeneratedRegex("^CASE .* END$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Case();

    [GeneratedRegex(@"\bEND\b.*\S", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AfterEnd();

    [GeneratedRegex(@"\b(AND|OR|NOT)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Logic();

    [GeneratedRegex(@"[<>=]|\b(IS|IN|LIKE|BETWEEN)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^[^|&^]* [-+] [^|&^]*$|^[^|&^]* [*/%] [^|&^]*$")]
    private static partial Regex Arithmetic();
}
