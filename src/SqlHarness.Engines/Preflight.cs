using System.Data.Common;

namespace SqlHarness.Engines;

/// <summary>Checks, once per kind of engine and process, that the engine means what the contract says.</summary>
/// <param name="engine">The engine's name, for the message.</param>
/// <param name="rules">What must hold, and a query that returns 1 when it does.</param>
sealed class Preflight(string engine, params (string Rule, string Sql)[] rules)
{
    /// <summary>An instant whose microseconds a coarser type or a driver would lose.</summary>
    public const long Micros = 1_704_067_200_123_457;

    /// <summary>What holds in the same words on every engine.</summary>
    public static readonly (string Rule, string Sql)[] Common =
    [
        ("LAG outside its partition is NULL", "SELECT lag(x) OVER (ORDER BY x) IS NULL FROM (SELECT 1 AS x) t"),
        ("text equality is case-sensitive", "SELECT 'a' <> 'A'"),
        ("text equality does not pad", "SELECT 'a' <> 'a '"),
        ("text orders by code point", "SELECT 'Z' < 'a' AND 'z' < 'é'"),
        ("NULLs can sort first in a window", "SELECT max(n) FROM (SELECT CASE WHEN x IS NULL THEN row_number() OVER (ORDER BY x NULLS FIRST) END AS n FROM (SELECT 1 AS x UNION ALL SELECT NULL) t) t"),
        ("a remainder keeps the dividend's sign", "SELECT -7 % 2 = -1"),
    ];

    readonly Lock _gate = new();
    bool _passed;

    /// <exception cref="EngineException">A rule does not hold.</exception>
    public void Run(DbConnection connection)
    {
        lock (_gate)
        {
            if (_passed)
                return;
            foreach (var (rule, sql) in rules)
                Check(connection, rule, sql);
            _passed = true;
        }
    }

    void Check(DbConnection connection, string rule, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var answer = command.ExecuteScalar();
        if (answer is not (true or 1 or 1L))
            throw new EngineException($"{engine} {connection.ServerVersion} breaks the contract: it is not so that {rule} (got {answer ?? "NULL"}).");
    }
}
