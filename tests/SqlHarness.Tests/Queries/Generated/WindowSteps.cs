using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Windows, and the first rows of an order; both need unique ids.</summary>
static class WindowSteps
{
    public static Step First(Random random)
    {
        var (count, skipped) = (random.Next(1, 20), random.Next(3));
        return new($"Take {count} of {skipped}", (q, _) => Query(q, count), (l, _) => l.OrderByDescending(x => x.Time).ThenBy(x => x.Id).Skip(skipped).Take(count)) { Mistaken = (q, _) => Query(q, count + 1) };

        IQueryable<Item> Query(IQueryable<Item> items, int taken)
        {
            var ordered = items.OrderByDescending(x => x.Time).ThenBy(x => x.Id);
            return skipped == 0 ? ordered.Take(taken) : ordered.Skip(skipped).Take(taken);
        }
    }

    public static Step Numbered(Random random) => new("RowNumber",
        (q, _) => q.Carry(x => x, x => x.Amount, x => (long?)Sql.Window.RowNumber(w => w.PartitionBy(x.Campaign).OrderBy(x.Id))),
        (l, _) => l.Select(x => x with { Amount = l.Count(y => y.Campaign == x.Campaign && y.Id <= x.Id) }))
    {
        Mistaken = (q, _) => q.Carry(x => x, x => x.Amount, x => (long?)Sql.Window.RowNumber(w => w.OrderBy(x.Id))),
    };

    public static Step RunningCount(Random random) => new("RunningCount",
        (q, _) => q.Carry(x => x, x => x.Amount, x => (long?)Sql.Window.LongCount(x.Amount, w => w.PartitionBy(x.User).OrderByDesc(x.Id).RowsBetween.Unbounded.And.CurrentRow)),
        (l, _) => l.Select(x => x with { Amount = l.Count(y => y.User == x.User && y.Id >= x.Id && y.Amount is not null) }))
    {
        Mistaken = (q, _) => q.Carry(x => x, x => x.Amount, x => (long?)Sql.Window.LongCount(x.Id, w => w.PartitionBy(x.User).OrderByDesc(x.Id).RowsBetween.Unbounded.And.CurrentRow)),
    };

    public static Step RunningSum(Random random) => new("RunningSum",
        (q, _) => q.Carry(x => x, x => x.Amount, x => (long?)Sql.Window.Sum(x.Amount ?? 0, w => w.PartitionBy(x.Ok).OrderBy(x.Id).RowsBetween.Unbounded.And.CurrentRow)),
        (l, _) => l.Select(x => x with { Amount = l.Where(y => y.Ok == x.Ok && y.Id <= x.Id).Sum(y => y.Amount ?? 0) }))
    {
        Mistaken = (q, _) => q.Carry(x => x, x => x.Amount, x => (long?)Sql.Window.Sum(x.Amount ?? 0, w => w.PartitionBy(x.Ok).OrderByDesc(x.Id).RowsBetween.Unbounded.And.CurrentRow)),
    };

    public static Step RunningMax(Random random) => new("RunningMax",
        (q, _) => q.Carry(x => x, x => x.Time, x => Sql.Window.MaxValue(x.Time, w => w.PartitionBy(x.User).OrderBy(x.Id).RowsBetween.Unbounded.And.CurrentRow)),
        (l, _) => l.Select(x => x with { Time = l.Where(y => y.User == x.User && y.Id <= x.Id).Max(y => y.Time) }))
    {
        Mistaken = (q, _) => q.Carry(x => x, x => x.Time, x => Sql.Window.MaxValue(x.Time, w => w.PartitionBy(x.User).OrderBy(x.Id).RowsBetween.Unbounded.And.Unbounded)),
    };
}
