namespace SqlHarness.Cli.Inputs;

/// <summary>DuckDB's errors in one sentence: what is wrong and where, without its advice on its own options.</summary>
static class DuckDbSentence
{
    static readonly string[] Advice = ["Possible", "Potential", "The search space", "LINE ", "*", "file =", "Candidates"];

    public static string Of(Exception exception)
    {
        var lines = exception.Message.Split('\n').Select(l => l.Trim()).TakeWhile(l => !Advice.Any(a => l.StartsWith(a, StringComparison.Ordinal))).Where(l => l.Length > 0);
        var text = string.Join(", ", lines.Select(l => l.TrimEnd('.', ',')));
        // 'Invalid Input Error: CSV Error on Line: 3' says no more than 'CSV Error on Line: 3'.
        var at = text.IndexOf("Error: ", StringComparison.Ordinal);
        return (at is >= 0 and < 30 ? text[(at + "Error: ".Length)..] : text) + ".";
    }
}
