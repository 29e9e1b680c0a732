using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>Window functions and aggregates that probes ask for themselves.</summary>
static class WindowOf
{
    static readonly DbDataType Integer = new(typeof(long), DataType.Int64);

    /// <summary>How many rows a partition has.</summary>
    public static ISqlExpression Count(IEnumerable<ISqlExpression> partition) => Function("COUNT", [new SqlValue(1)], partition, []);

    /// <summary>How many rows of a partition raise a flag.</summary>
    public static ISqlExpression Sum(Flag flag, IEnumerable<ISqlExpression> partition) => Function("SUM", [flag.Number], partition, []);

    /// <summary>The number of a row in its partition.</summary>
    public static ISqlExpression RowNumber(IEnumerable<ISqlExpression> partition, IEnumerable<SqlWindowOrderItem> order) =>
        Function("ROW_NUMBER", [], partition, order);

    /// <summary>The same number for rows that tie.</summary>
    public static ISqlExpression Rank(IEnumerable<SqlWindowOrderItem> order) => Function("RANK", [], [], order);

    /// <summary>An aggregate that counts rows of a group.</summary>
    public static ISqlExpression Rows() => Aggregate(new(new SqlValue(1)));

    /// <summary>An aggregate that counts values which are not NULL.</summary>
    public static ISqlExpression Known(ISqlExpression value) => Aggregate(new(value));

    /// <summary>An aggregate that counts different values.</summary>
    public static ISqlExpression Different(ISqlExpression value) => Aggregate(new(value, Sql.AggregateModifier.Distinct));

    /// <summary>An aggregate that counts the rows of a group that raise a flag.</summary>
    public static ISqlExpression Total(ISqlExpression flag) => new SqlExtendedFunction(Integer, "SUM", [new(flag)], [true], isAggregate: true);

    static SqlExtendedFunction Aggregate(SqlFunctionArgument argument) =>
        new(Integer, "COUNT", [argument], [true], canBeNull: false, isAggregate: true);

    static SqlExtendedFunction Function(string name, IReadOnlyList<ISqlExpression> arguments, IEnumerable<ISqlExpression> partition,
        IEnumerable<SqlWindowOrderItem> order)
    {
        var (by, sorted) = (partition.ToList(), order.ToList());
        return new(Integer, name, arguments.Select(a => new SqlFunctionArgument(a)), [.. arguments.Select(_ => false)], canBeNull: false,
            partitionBy: by.Count > 0 ? by : null, orderBy: sorted.Count > 0 ? sorted : null, isWindowFunction: true);
    }
}
