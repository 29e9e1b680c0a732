using System.Text.RegularExpressions;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>What is refused before anything is rewritten.</summary>
static partial class Refusals
{
    /// <exception cref="CannotLiftException">The statement contains something that cannot be lifted.</exception>
    public static void Check(SqlStatement statement) => statement.VisitAll(Check);

    /// <summary>Checks that what stays outside a group refers to nothing that went inside.</summary>
    public static void CheckMoved(SelectQuery query, SelectQuery grouped)
    {
        if (Levels.Expressions(query).Any(e => Levels.Refers(e, grouped.From.Tables.SelectMany(Levels.Sources))))
            throw new CannotLiftException("An aggregate of all rows beside a column, or beside a sub-query that refers to its rows, cannot be lifted.");
    }

    static void Check(IQueryElement element)
    {
        switch (element)
        {
            case SelectQuery { Select.IsDistinctOn: true }:
                throw new CannotLiftException("DISTINCT ON cannot be lifted.");
            case SelectQuery { Select.TakeHints: not null }:
                throw new CannotLiftException("TAKE with ties or in percent cannot be lifted.");
            case SelectQuery { HasSetOperators: true, Select: { TakeValue: not null } or { SkipValue: not null } }:
                throw new CannotLiftException("TAKE or SKIP on the level of set operators cannot be lifted: which of their queries it limits is not known.");
            case SelectQuery { GroupBy.GroupingType: not GroupingType.Default } or SqlGroupingSet:
                throw new CannotLiftException("Grouping sets, ROLLUP and CUBE cannot be lifted.");
            case SelectQuery { SqlQueryExtensions.Count: > 0 } or SqlTable { SqlQueryExtensions.Count: > 0 } or SqlStatement { SqlQueryExtensions.Count: > 0 }:
                throw new CannotLiftException("Hints cannot be lifted: what they say in SQL is not known.");
            case SqlExtendedFunction { KeepClause: not null }:
                throw new CannotLiftException("An aggregate with KEEP cannot be lifted.");
            case SqlParameterizedExpressionBase { IsWindowFunction: true }:
                throw new CannotLiftException("A window that is not written with Sql.Window cannot be lifted.");
            case SqlFunction { IsAggregate: false, Name: var name, Parameters.Length: <= 1 }:
                Check($"{name}(");
                break;
            case SqlExpression { IsAggregate: false, Expr: var text }:
                Check(text);
                break;
            case SqlFragment { Expr: var text }:
                Check(text);
                break;
        }
    }

    static void Check(string sql)
    {
        if (Opaque().IsMatch(sql))
            throw new CannotLiftException($"A sub-query, window or aggregate in raw SQL cannot be lifted: {sql}.");
    }

    // An aggregate that linq2db does not know as one makes a group of all rows that the lift does not see. SQLite would answer one row, with any case.
    [GeneratedRegex(
        @"\b(SELECT|OVER)\b|\b(COUNT\w*|SUM\w*|TOTAL|AVG|MEAN|MEDIAN|MODE|MAD|MIN|MAX|MIN_BY|MAX_BY|ARG_?MIN|ARG_?MAX|FIRST|LAST|ANY_VALUE|ARBITRARY|LIST|\w+_AGG|\w*AGG_\w+|GROUP_CONCAT"
        + @"|JSON_GROUP_\w+|HISTOGRAM|ENTROPY|PRODUCT|FAVG|FSUM|BOOL_\w+|BIT_\w+|STD\w*|VAR\w*|CORR|COVAR\w*|REGR_\w+|KURTOSIS\w*|SKEWNESS|APPROX_\w+|\w*QUANTILE\w*|PERCENTILE\w*)\s*\(",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opaque();
}
