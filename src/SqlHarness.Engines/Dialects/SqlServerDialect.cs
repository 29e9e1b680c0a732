using System.Globalization;
using SqlHarness.Engines.Dialects.Layout;
using SqlHarness.Engines.Dialects.Printing;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// SQL Server 2022: T-SQL. Times are DATETIME2(6). There is no truth value in a column, so BIT stands in for it; texts are joined by +; NULL is the smallest value and ORDER BY cannot say
/// otherwise; OFFSET … FETCH stands for LIMIT and needs an ORDER BY (https://learn.microsoft.com/en-us/sql/t-sql/queries/select-order-by-clause-transact-sql); a table is made by SELECT … INTO.
/// Text is compared by a collation that mostly ignores case, so equality, groups and order say a binary one; that still ignores trailing blanks
/// (https://learn.microsoft.com/en-us/sql/t-sql/language-elements/string-comparison-assignment), and of NVARCHAR it compares UTF-16 units.
/// </summary>
sealed class SqlServerDialect : Dialect
{
    public override string Name => Portability.DialectNames.SqlServer;

    public override string Title => "SQL Server";

    internal override NullOrder Nulls => NullOrder.Smallest;

    internal override bool SaysNullOrder => false;

    internal override bool HasTruthValues => false;

    internal override string IntegerType => "INT";

    internal override string FloatType => "FLOAT";

    internal override string TextType => "NVARCHAR(MAX)";

    internal override string TimeType => "DATETIME2(6)";

    internal override string TruthType => "BIT";

    internal override string? ConcatOperator => " + ";

    internal override bool HasSetOperatorsAll => false;

    internal override string WithRecursive => "WITH";

    internal override string? AggregateFilter => null;

    internal override string TextOrder => TextEquality;

    internal override string TextEquality => "{0} COLLATE Latin1_General_100_BIN2_UTF8";

    internal override bool ViewsHaveOrder => false;

    internal override string Quoted(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    internal override string Text(string value) => "N" + base.Text(value);

    internal override string Time(DateTime value) => $"CAST('{TimeText(value).Replace(' ', 'T')}' AS DATETIME2(6))";

    internal override string Truth(bool value) => value ? "1" : "0";

    internal override Doc Paging(string? take, string? skip, bool ordered) => take is null && skip is null ? Doc.Empty : Doc.Of(
        ordered ? Doc.Empty : Doc.HardLine + "ORDER BY (SELECT NULL)",
        Doc.HardLine, $"OFFSET {skip ?? "0"} ROWS", take is null ? Doc.Empty : string.Create(CultureInfo.InvariantCulture, $" FETCH NEXT {take} ROWS ONLY"));

    internal override Doc CreateTable(string name, PrintedQuery query) =>
        Whole(query with { Steps = [.. query.Steps, ("result", query.Select)], Select = Doc.Of("SELECT *", Doc.HardLine, $"INTO {name}", Doc.HardLine, "FROM result") });
}
