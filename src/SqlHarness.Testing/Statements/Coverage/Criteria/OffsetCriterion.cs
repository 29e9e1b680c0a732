using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>LAG and LEAD look outside their partition, find a value, and find a row whose value is NULL.</summary>
sealed class OffsetCriterion : IOperatorCriterion
{
    public IEnumerable<Aim> Of(Operator at, Scope scope)
    {
        if (at.Element is not SqlExtendedFunction { FunctionName: "LAG" or "LEAD", IsWindowFunction: true,
            Arguments: [{ Expression: var value }, .. var others] } window)
            yield break;
        var place = scope.Text(window);
        var row = Looking(window, [new(new SqlValue(1)), .. others.Take(1)]);
        yield return new(scope.Goal(place, "outside the partition"), Flag.And(at.Guard, Flag.IsNull(row)));
        var isThere = Flag.And(at.Guard, Flag.IsKnown(row));
        if (!scope.CanBeNull(value))
        {
            yield return new(scope.Goal(place, "a value"), isThere);
            yield break;
        }

        var found = Looking(window, [new(value), .. others.Take(1)]);
        yield return new(scope.Goal(place, "a value"), isThere & Flag.IsKnown(found));
        yield return new(scope.Goal(place, "a NULL"), isThere & Flag.IsNull(found));
    }

    // The same window without a default, so that nothing but NULL says that there is no row.
    static SqlExtendedFunction Looking(SqlExtendedFunction window, IReadOnlyList<SqlFunctionArgument> arguments) =>
        new(window.Type.WithSystemType(typeof(int?)), window.FunctionName, arguments, [.. arguments.Select(_ => true)], canBeNull: true,
            partitionBy: window.PartitionBy?.ToList(), orderBy: window.OrderBy?.ToList(),
            nullTreatment: Sql.Nulls.None, isWindowFunction: true);
}
