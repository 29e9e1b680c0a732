namespace SqlHarness.Engines.Dialects;

/// <summary>
/// MariaDB: MySQL's dialect with its own collation. utf8mb4_bin ignores trailing blanks there; utf8mb4_nopad_bin does not
/// (https://mariadb.com/kb/en/supported-character-sets-and-collations/#no-pad-collations).
/// </summary>
sealed class MariaDbDialect : MySqlDialect
{
    public override string Name => Portability.DialectNames.MariaDb;

    public override string Title => "MariaDB";

    internal override string TextEquality => "{0} COLLATE utf8mb4_nopad_bin";
}
