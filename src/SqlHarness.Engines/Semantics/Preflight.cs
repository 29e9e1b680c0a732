using System.Data.Common;
using System.Globalization;

namespace SqlHarness.Engines.Semantics;

/// <summary>Asks an engine on its first use whether it means what the contract says: one row for all rules, and each rule alone only where there is no such row.</summary>
/// <param name="engine">The engine as messages name it.</param>
/// <param name="rules">What must hold.</param>
sealed class Preflight(string engine, IReadOnlyList<SemanticRule> rules)
{
    volatile Answer? _answer;

    /// <summary>What refuses the queries that need a rule which does not hold; null where all hold.</summary>
    public async Task<SemanticRefusals?> RunAsync(DbConnection connection, string version, CancellationToken cancellationToken)
    {
        // Two workspaces that are the first together ask twice, and hear the same.
        if (_answer is null)
        {
            var broken = await BrokenAsync(connection, cancellationToken).ConfigureAwait(false);
            _answer = new(broken.Count == 0 ? null : new($"{engine} {version}", broken));
        }

        return _answer.Refusals;
    }

    async Task<IReadOnlyList<BrokenRule>> BrokenAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await AskAsync(connection, rules, cancellationToken).ConfigureAwait(false);
            return [.. rules.Zip(answers).Where(r => !Holds(r.Second)).Select(r => new BrokenRule(r.First, Said(r.Second)))];
        }
        catch (DbException)
        {
            // One of them is an error, which is an answer too.
            List<BrokenRule> broken = [];
            foreach (var rule in rules)
            {
                if (await AskAloneAsync(connection, rule, cancellationToken).ConfigureAwait(false) is { } answer)
                    broken.Add(new(rule, answer));
            }

            return broken;
        }
    }

    static async Task<string?> AskAloneAsync(DbConnection connection, SemanticRule rule, CancellationToken cancellationToken)
    {
        try
        {
            var answer = (await AskAsync(connection, [rule], cancellationToken).ConfigureAwait(false))[0];
            return Holds(answer) ? null : Said(answer);
        }
        catch (DbException exception)
        {
            return EngineWorkspace.FirstLine(exception);
        }
    }

    static async Task<object[]> AskAsync(DbConnection connection, IReadOnlyList<SemanticRule> rules, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.CommandText = "SELECT\n  " + string.Join(",\n  ", rules.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {r.Condition} THEN 1 ELSE 0 END AS r{i}")));
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var answers = new object[rules.Count];
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            throw new EngineException("A SELECT without a table returned no row.");
        reader.GetValues(answers);
        return answers;
    }

    static bool Holds(object answer) => answer is not DBNull && Convert.ToInt64(answer, CultureInfo.InvariantCulture) == 1;

    static string Said(object answer) => answer is DBNull ? "NULL" : Convert.ToString(answer, CultureInfo.InvariantCulture)!;

    sealed record Answer(SemanticRefusals? Refusals);
}
