using System.Text.RegularExpressions;

namespace SqlHarness.Engines.Dialects;

/// <summary>Names that need no quotes.</summary>
static partial class PlainNames
{
    // The reserved words of the manuals of BigQuery, Snowflake, Trino, PostgreSQL, MySQL and SQL Server, and some that others mind.
    static readonly HashSet<string> Reserved = new(
        ("accessible account add all alter analyse analyze and anti any array as asc asensitive asof assert assert_rows_modified asymmetric at authorization backup before begin "
        + "between bigint binary blob both break browse bulk by call cascade case cast change char character check checkpoint close clustered coalesce collate collation column "
        + "columns commit compute concurrently condition connect connection constraint contains containstable continue convert create cross cube cume_dist current current_catalog "
        + "current_date current_path current_role current_schema current_time current_timestamp current_user cursor database databases date day_hour day_microsecond day_minute "
        + "day_second dbcc deallocate dec decimal declare default deferrable define delayed delete dense_rank deny desc describe deterministic disk distinct distinctrow distributed "
        + "div do double drop dual dump each else elseif empty enclosed end enum errlvl escape escaped except exclude exec execute exists exit explain external extract false fetch "
        + "file fillfactor final first_value float float4 float8 following for force foreign freetext freetexttable freeze from full fulltext function generated get glob global "
        + "goto grant group grouping groups gscluster hash having high_priority holdlock hour hour_microsecond hour_minute hour_second identity identity_insert identitycol if "
        + "ignore ilike in increment index infile initially inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids "
        + "io_before_gtids is isnull issue iterate join json_array json_exists json_object json_query json_table json_value key keys kill lag last_value lateral lead leading leave "
        + "left like limit linear lineno lines listagg load localtime localtimestamp lock long longblob longtext lookup loop low_priority master_bind match maxvalue mediumblob "
        + "mediumint mediumtext merge middleint minus minute_microsecond minute_second mod modifies national natural new no no_write_to_binlog nocheck nonclustered none normalize "
        + "not notnull nth_value ntile null nullif nulls number numeric of off offset offsets on only open opendatasource openquery openrowset openxml optimize optimizer_costs "
        + "option optionally or order organization out outer outfile over overlaps partition percent percent_rank period pivot placing plan position preceding precision prepare "
        + "primary print proc procedure proto public purge qualify raiserror range rank read read_write reads readtext real reconfigure recursive references regexp release rename "
        + "repeat replace replication require resignal respect restore restrict return returning revert revoke right rlike rollback rollup row row_number rowcount rowguidcol rows "
        + "rule safe_cast sample save schema schemas second_microsecond securityaudit select semi sensitive separator session session_user set settings setuser show shutdown signal "
        + "similar skip smallint some spatial specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl start starting statistics stored "
        + "straight_join struct symmetric system system_user table tables tablesample terminated text textsize then time timestamp tinyblob tinyint tinytext to top trailing tran "
        + "transaction treat trigger trim true truncate try_cast try_convert tsequal uescape unbounded undo union unique unlock unnest unpivot unsigned update updatetext usage use "
        + "user using utc_date utc_time utc_timestamp values varbinary varchar varcharacter variadic varying verbose view virtual waitfor when whenever where while window with "
        + "within without write writetext xor year_month zerofill").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether some dialect reserves it; quoted for all, so that a query reads alike.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>Letters, digits and underscores, a digit not first.</summary>
    public static bool IsPlain(string name) => Plain().IsMatch(name);

    /// <summary>The same in lower case, for a dialect that folds the case of names without quotes.</summary>
    public static bool IsPlainLower(string name) => PlainLower().IsMatch(name);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Plain();

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex PlainLower();
}
