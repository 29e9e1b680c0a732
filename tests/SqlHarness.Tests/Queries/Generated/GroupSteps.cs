using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Steps that group; each aggregate is met in one of them. Sums are of values without NULL: of none but NULLs C#'s is 0, and SQL's NULL.</summary>
static class GroupSteps
{
    public static Step ByUser(Random random) => new("GroupByUser",
        (q, _) => q.GroupBy(x => x.User).Select(g => new Item
        {
            Id = g.Count(), User = g.Key, Time = g.Max(x => x.Time), Amount = g.Min(x => x.Amount), Campaign = g.Max(x => x.Campaign), Price = g.Max(x => x.Price), Ok = g.Count(x => x.Ok == true) > 1,
        }),
        (l, _) => l.GroupBy(x => x.User).Select(g => new Item
        {
            Id = g.Count(), User = g.Key, Time = g.Max(x => x.Time), Amount = g.Min(x => x.Amount), Campaign = Greatest(g), Price = g.Max(x => x.Price), Ok = g.Count(x => x.Ok == true) > 1,
        }), KeepsIdsUnique: false)
    {
        Mistaken = (q, _) => q.GroupBy(x => x.User).Select(g => new Item
        {
            Id = g.Count(), User = g.Key, Time = g.Min(x => x.Time), Amount = g.Min(x => x.Amount), Campaign = g.Max(x => x.Campaign), Price = g.Max(x => x.Price), Ok = g.Count(x => x.Ok == true) > 1,
        }),
    };

    public static Step ByUnit(Random random)
    {
        var unit = (CalendarUnit)random.Next(Enum.GetValues<CalendarUnit>().Length);
        return new($"GroupByUnit {unit}",
            (q, _) => q.GroupBy(x => new { x.Campaign, Unit = Portable.Truncate(x.Time, unit) }).Where(g => g.Count() > 1).Select(g => new Item
            {
                Id = g.LongCount(), User = g.Max(x => x.User), Time = g.Key.Unit, Amount = g.Select(x => x.User).Distinct().Count(), Campaign = g.Key.Campaign, Price = g.Min(x => x.Price), Ok = g.Max(x => x.Id) > 30,
            }),
            (l, _) => l.GroupBy(x => new { x.Campaign, Unit = Portable.Truncate(x.Time, unit) }).Where(g => g.Count() > 1).Select(g => new Item
            {
                Id = g.LongCount(), User = g.Max(x => x.User), Time = g.Key.Unit, Amount = g.Where(x => x.User != null).Select(x => x.User).Distinct().Count(), Campaign = g.Key.Campaign, Price = g.Min(x => x.Price), Ok = g.Max(x => x.Id) > 30,
            }), KeepsIdsUnique: false)
        {
            Mistaken = (q, _) => q.GroupBy(x => new { x.Campaign, Unit = Portable.Truncate(x.Time, unit) }).Where(g => g.Count() >= 1).Select(g => new Item
            {
                Id = g.LongCount(), User = g.Max(x => x.User), Time = g.Key.Unit, Amount = g.Select(x => x.User).Distinct().Count(), Campaign = g.Key.Campaign, Price = g.Min(x => x.Price), Ok = g.Max(x => x.Id) > 30,
            }),
        };
    }

    public static Step ByTruth(Random random) => new("GroupByTruth",
        (q, _) => q.GroupBy(x => x.Ok).Select(g => new Item
        {
            Id = g.Count(x => x.Campaign != null), User = g.Min(x => x.User), Time = g.Min(x => x.Time), Amount = g.Sum(x => x.Amount ?? 0), Campaign = g.Min(x => x.Campaign), Price = g.Sum(x => x.Price ?? 0m), Ok = g.Key,
        }),
        (l, _) => l.GroupBy(x => x.Ok).Select(g => new Item
        {
            Id = g.Count(x => x.Campaign != null), User = g.Min(x => x.User), Time = g.Min(x => x.Time), Amount = g.Sum(x => x.Amount ?? 0),
            Campaign = g.Select(x => x.Campaign).OfType<string>().Min(CodePointOrder.Instance), Price = g.Sum(x => x.Price ?? 0m), Ok = g.Key,
        }), KeepsIdsUnique: false)
    {
        Mistaken = (q, _) => q.GroupBy(x => x.Ok).Select(g => new Item
        {
            Id = g.Count(), User = g.Min(x => x.User), Time = g.Min(x => x.Time), Amount = g.Sum(x => x.Amount ?? 0), Campaign = g.Min(x => x.Campaign), Price = g.Sum(x => x.Price ?? 0m), Ok = g.Key,
        }),
    };

    static string? Greatest(IEnumerable<Item> items) => items.Select(x => x.Campaign).OfType<string>().Max(CodePointOrder.Instance);
}
