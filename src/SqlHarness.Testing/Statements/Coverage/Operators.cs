using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>
/// Finds the operators in an expression of one level, each with the flag that says whether it is evaluated for a row: in a CASE only what is chosen
/// is.
/// </summary>
sealed class Operators
{
    readonly List<Operator> _found = [];
    readonly bool _entersAggregates;

    Operators(bool entersAggregates) => _entersAggregates = entersAggregates;

    /// <summary>The operators.</summary>
    /// <param name="elements">The expressions and conditions.</param>
    /// <param name="entersAggregates">Whether to look within aggregates, where other rows are meant than outside.</param>
    /// <param name="guard">For which rows they are evaluated; null for all.</param>
    public static IReadOnlyList<Operator> In(IEnumerable<IQueryElement> elements, bool entersAggregates, Flag? guard = null)
    {
        var operators = new Operators(entersAggregates);
        foreach (var element in elements)
            operators.Walk(element, guard);
        return operators._found;
    }

    /// <summary>The conditions and results of a CASE; null for the condition of ELSE.</summary>
    public static IReadOnlyList<(ISqlPredicate? When, ISqlExpression? Then)> Branches(ISqlExpression choice) => choice switch
    {
        SqlConditionExpression two => [(two.Condition, two.TrueValue), (null, two.FalseValue)],
        SqlCaseExpression many =>
            [.. many.Cases.Select(c => ((ISqlPredicate?)c.Condition, (ISqlExpression?)c.ResultExpression)), (null, many.ElseExpression)],
        _ => [],
    };

    void Walk(IQueryElement root, Flag? guard) => root.VisitParentFirst(element =>
    {
        switch (element)
        {
            case SelectQuery or SqlColumn or SqlField or SqlCteTableField:
                return false;
            case SqlConditionExpression or SqlCaseExpression:
                Add(element, guard);
                WalkBranches(Branches((ISqlExpression)element), guard);
                return false;
            case SqlCoalesceExpression coalesce:
                Add(element, guard);
                var reached = guard;
                foreach (var argument in coalesce.Expressions)
                {
                    Walk(argument, reached);
                    reached = Flag.And(reached, Flag.IsNull(argument));
                }

                return false;
            case ISqlPredicate condition:
                Add(element, guard);
                foreach (var operand in Atoms.Of(condition).SelectMany(Atoms.Operands))
                    Walk(operand, guard);
                return false;
            case SqlExtendedFunction { IsWindowFunction: true }:
                Add(element, guard);
                return true;
            case SqlExtendedFunction { IsAggregate: true } or SqlParameterizedExpressionBase { IsAggregate: true }:
                return _entersAggregates;
            default:
                return true;
        }
    });

    void WalkBranches(IReadOnlyList<(ISqlPredicate? When, ISqlExpression? Then)> branches, Flag? guard)
    {
        foreach (var (when, then) in branches)
        {
            if (when is not null)
                Walk(when, guard);
            if (then is not null)
                Walk(then, when is null ? guard : Flag.And(guard, Flag.Of(when)));
            guard = when is null ? guard : Flag.And(guard, !Flag.Of(when));
        }
    }

    void Add(IQueryElement element, Flag? guard) => _found.Add(new(element, guard));
}
