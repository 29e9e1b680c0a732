using System.Text.RegularExpressions;

namespace SqlHarness.Engines.Dialects;

/// <summary>Names that need no quotes.</summary>
static partial class PlainNames
{
    // The reserved words of the dialects' manuals, those that a column is likely to be called by.
    static readonly HashSet<string> Reserved = new(
        ("all alter analyse analyze and any anti array as asc asof assert authorization backup begin between both break by call cascade case cast char check checkpoint clustered coalesce collate collation "
        + "column columns commit compute connect connection constraint contains continue convert create cross cube current current_date current_role current_time current_timestamp current_user cursor database "
        + "date dec decimal declare default deferrable delete deny desc describe disk distinct distributed div double drop dual dump else end enum errlvl escape except exclude exec execute exists exit explain "
        + "external false fetch file fillfactor final float following for foreign freeze from full function glob global grant group grouping groups hash having holdlock hour identity if ignore ilike in index inner inout "
        + "insert int integer intersect interval into is isnull issue join key keys kill lateral leading left like limit lines load localtime localtimestamp lock lookup match maxvalue merge minus mod "
        + "national natural new no nocheck none not notnull null nulls number numeric of off offset offsets on only open option or order out outer over overlaps partition percent period pivot placing plan position "
        + "preceding precision primary print proc procedure proto public qualify raiserror range rank read real recursive references regexp rename repeat replace replication restrict return returning revoke right rlike row "
        + "row_number rows rule safe_cast sample save schema schemas select semi session session_user set settings show similar smallint some start statistics stored straight_join struct symmetric system system_user table "
        + "tablesample tables text then time timestamp to top trailing tran transaction treat trigger true truncate try_cast unbounded union unique unnest unpivot update usage use user using values varchar variadic varying "
        + "verbose view when whenever where while window with within without xor").Split(' '), StringComparer.OrdinalIgnoreCase);

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
