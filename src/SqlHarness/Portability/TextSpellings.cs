namespace SqlHarness.Portability;

/// <summary>Collations by which a dialect compares texts by code point, where it does not do so by itself.</summary>
static class TextSpellings
{
    public const string PostgreSql = "COLLATE \"C\"";

    public const string MySql = "COLLATE utf8mb4_0900_bin";

    public const string MariaDb = "COLLATE utf8mb4_nopad_bin";

    public const string SqlServer = "COLLATE Latin1_General_100_BIN2_UTF8";

    // MySQL knows no function that replaces letters one by one, and its LOWER knows all of Unicode.
    public const string MySqlLower = "REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE("
        + "REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE({0}, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), "
        + "'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z')";

    public const string MySqlUpper = "REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE("
        + "REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE({0}, 'a', 'A'), 'b', 'B'), 'c', 'C'), 'd', 'D'), 'e', 'E'), 'f', 'F'), 'g', 'G'), 'h', 'H'), 'i', 'I'), 'j', 'J'), 'k', 'K'), 'l', 'L'), 'm', 'M'), "
        + "'n', 'N'), 'o', 'O'), 'p', 'P'), 'q', 'Q'), 'r', 'R'), 's', 'S'), 't', 'T'), 'u', 'U'), 'v', 'V'), 'w', 'W'), 'x', 'X'), 'y', 'Y'), 'z', 'Z')";
}
