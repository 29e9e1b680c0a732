using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>Where TAKE and SKIP cut the rows of a query.</summary>
static class Cuts
{
    /// <summary>The cuts, each behind so many rows.</summary>
    /// <exception cref="CannotProbeException">The number of rows is not known.</exception>
    public static IReadOnlyList<(string Place, int At)> Of(SelectQuery query, Scope scope)
    {
        List<(string Place, int At)> cuts = [];
        var skipped = query.Select.SkipValue is { } skip ? Number(skip, scope) : (int?)null;
        if (skipped is { } behind)
            cuts.Add(($"SKIP {behind}", behind));
        if (query.Select.TakeValue is { } take && Number(take, scope) is var taken)
            cuts.Add((skipped is null ? $"TAKE {taken}" : $"SKIP {skipped} TAKE {taken}", taken + (skipped ?? 0)));
        return cuts;
    }

    static int Number(ISqlExpression rows, Scope scope) =>
        scope.Constants(rows) is [var value] && Intervals.Number(value) is { } number and <= int.MaxValue / 2 ? (int)number
        : throw new CannotProbeException("The number of rows of a TAKE or SKIP is not known.");
}
