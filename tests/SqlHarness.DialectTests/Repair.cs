using System.Text.RegularExpressions;

namespace SqlHarness.DialectTests;

/// <summary>What the translator gets wrong in a way that can be put right in its text, so that the rest of the statement is still checked.</summary>
/// <param name="Dialects">The dialects it translates from.</param>
/// <param name="Wrong">What it wrote.</param>
/// <param name="Right">What it should have written, with <c>$1</c> for what stands between.</param>
/// <param name="Proof">Why.</param>
sealed record Repair(string[] Dialects, Regex Wrong, string Right, string Proof)
{
    /// <summary>The text put right, however often and deep it occurs.</summary>
    public string In(string translated)
    {
        for (string before = ""; before != translated;)
            (before, translated) = (translated, Wrong.Replace(translated, Right));
        return translated;
    }
}
