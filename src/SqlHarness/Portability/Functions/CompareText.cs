namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>−1, 0 or 1: the order of two texts by code point. Neither may be NULL.</summary>
    [Spelled("(CASE WHEN {0} < {1} THEN -1 WHEN {0} = {1} THEN 0 ELSE 1 END)", DialectNames.Sqlite, DialectNames.DuckDb)]
    public static int CompareText(string left, string right) => Math.Sign(Tables.CodePointOrder.Instance.Compare(left, right));
}
