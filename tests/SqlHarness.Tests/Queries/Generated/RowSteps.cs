using System.Linq.Expressions;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Steps that look at one row at a time.</summary>
static class RowSteps
{
    public static Step Filter(Random random)
    {
        var condition = Expressions.Condition(random);
        var negated = Expression.Lambda<Func<Item, bool>>(Expression.Not(condition.Body), condition.Parameters);
        return new($"Where {condition.Body}", (q, _) => q.Where(condition), (l, _) => l.Where(condition.Compile())) { Drawn = condition, Mistaken = (q, _) => q.Where(negated) };
    }

    public static Step Compute(Random random)
    {
        var (computed, column) = Expressions.Computed(random);
        return new($"Select {column} = {((MemberInitExpression)computed.Body).Bindings.OfType<MemberAssignment>().Single(b => b.Member.Name == column).Expression}",
            (q, _) => q.Select(computed), (l, _) => l.Select(computed.Compile())) { Drawn = computed, Mistaken = (q, _) => q };
    }

    public static Step Distinct(Random random)
    {
        Expression<Func<Item, Item>> day = x => new Item { Id = 0, User = x.User, Time = Portable.Truncate(x.Time, CalendarUnit.Day), Campaign = x.Campaign, Amount = 0, Price = null, Ok = x.Ok };
        return new("Distinct", (q, _) => q.Select(day).Distinct(), (l, _) => l.Select(day.Compile()).Distinct(), KeepsIdsUnique: false) { Mistaken = (q, _) => q.Select(day) };
    }

    public static Step Named(Random random) => new("AsStep", (q, _) => q.AsStep("chosen_items"), (l, _) => l);
}
