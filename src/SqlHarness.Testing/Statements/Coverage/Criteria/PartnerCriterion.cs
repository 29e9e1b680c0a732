using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>Rows of two sides, of which some are partners.</summary>
/// <param name="left">The left side.</param>
/// <param name="right">The right side.</param>
/// <param name="areMatching">Whether two rows are partners, where there are two.</param>
sealed class PartnerCriterion(Relation left, Relation right, Flag areMatching)
{
    const string Place = "rows for one outside";

    readonly Flag _match = Both(left, right) & areMatching;

    /// <summary>There are a row of the left side and one of the right side.</summary>
    public static Flag Both(Relation left, Relation right) => Flag.IsKnown(left.Number) & Flag.IsKnown(right.Number);

    /// <summary>A join matches rows, leaves rows of each side without a partner, and gives some several; a key of each side is NULL.</summary>
    public IEnumerable<Aim> OfJoin(string place, SqlJoinedTable join, SqlTableSource leftSource, Scope scope)
    {
        yield return new(scope.Goal(place, "matched"), _match);
        yield return new(scope.Goal(place, "left without a partner"), Partners(left, SqlPredicate.Operator.Equal, 0));
        yield return new(scope.Goal(place, "right without a partner"), Partners(right, SqlPredicate.Operator.Equal, 0));
        if (!Uniqueness.IsOneAtMost(join.Table, join.Condition))
            yield return new(scope.Goal(place, "left with several partners"), Partners(left, SqlPredicate.Operator.GreaterOrEqual, 2));
        if (!Uniqueness.IsOneAtMost(leftSource, join.Condition))
            yield return new(scope.Goal(place, "right with several partners"), Partners(right, SqlPredicate.Operator.GreaterOrEqual, 2));
        var onRight = Levels.Sources(join.Table).ToHashSet();
        foreach (var key in Atoms.Of(join.Condition).OfType<SqlPredicate.ExprExpr>().Where(p => p.Operator == SqlPredicate.Operator.Equal)
            .SelectMany(Atoms.Operands).Where(o => !Scope.IsConstant(o) && scope.CanBeNull(o)))
            yield return new(scope.Goal(place, $"{scope.Text(key)} NULL {(Levels.Refers(key, onRight) ? "right" : "left")}"),
                Flag.IsKnown((Levels.Refers(key, onRight) ? right : left).Number) & Flag.IsNull(key));
    }

    /// <summary>A sub-query finds no row, one, and several for a row of the level on which it stands.</summary>
    public IEnumerable<Aim> OfSubQuery(Scope scope)
    {
        yield return new(scope.Goal(Place, "none"), Partners(left, SqlPredicate.Operator.Equal, 0));
        yield return new(scope.Goal(Place, "one"), Partners(left, SqlPredicate.Operator.Equal, 1));
        yield return new(scope.Goal(Place, "several"), Partners(left, SqlPredicate.Operator.GreaterOrEqual, 2));
    }

    /// <summary>
    /// A sub-query that takes or skips rows finds fewer, exactly as many, and more; where it takes one, that is what is said of every sub-query.
    /// </summary>
    public IEnumerable<Aim> OfCut(string place, int at, Scope scope)
    {
        if (at == 1)
            yield break;
        yield return new(scope.Goal(place, "fewer rows"), Partners(left, SqlPredicate.Operator.Less, at));
        yield return new(scope.Goal(place, "exactly as many"), Partners(left, SqlPredicate.Operator.Equal, at));
        yield return new(scope.Goal(place, "more rows"), Partners(left, SqlPredicate.Operator.Greater, at));
    }

    Flag Partners(Relation side, SqlPredicate.Operator comparison, int count) =>
        Flag.IsKnown(side.Number) & Flag.Is(WindowOf.Sum(_match, [side.Number]), comparison, count);
}
