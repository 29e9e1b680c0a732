using LinqToDB.DataProvider;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers.Providers;

namespace SqlHarness.Engines.Servers;

/// <summary>
/// MariaDB, by MySqlConnector. As MySQL, but a temporary table can be read twice (since 10.2.1, https://jira.mariadb.org/browse/MDEV-5535), and its collation is utf8mb4_nopad_bin: utf8mb4_bin ignores
/// trailing blanks (https://mariadb.com/kb/en/supported-character-sets-and-collations/#no-pad-collations).
/// </summary>
sealed class MariaDbServer() : MySqlServer(Dialect.MariaDb)
{
    public override IDataProvider? Provider(string? driver) => driver == "MySqlConnector" ? UtcMySqlProvider.MariaDb : null;

    public override Version Oldest { get; } = new(10, 6);

    public override string? IsAnother(string version) => version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase) ? null : "is not MariaDB: name it mysql";

    public override bool HasTemporaryTables => true;

    public override string Collation => "COLLATE utf8mb4_nopad_bin";
}
