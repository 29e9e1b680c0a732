namespace SqlHarness.Tests.Queries.Generated;

/// <summary>UNION ALL.</summary>
static class SetSteps
{
    public static Step Twice(Random random)
    {
        var condition = Expressions.Condition(random);
        return new($"Concat {condition.Body}", (q, _) => q.Concat(q.Where(condition)), (l, _) => l.Concat(l.Where(condition.Compile())), KeepsIdsUnique: false)
        {
            Drawn = condition, Mistaken = (q, _) => q.Union(q.Where(condition)),
        };
    }

    public static Step WithSpansBelow(Random random) => new("ConcatSpans",
        (q, spans) => q.Concat(spans.Select(s => new Item { Id = s.Id, User = s.User, Time = s.From, Amount = null, Campaign = s.Label, Price = null, Ok = null })),
        (l, spans) => l.Concat(spans.Select(s => new Item { Id = s.Id, User = s.User, Time = s.From, Campaign = s.Label })), KeepsIdsUnique: false)
    {
        Mistaken = (q, spans) => q.Concat(spans.Select(s => new Item { Id = s.Id, User = s.User, Time = s.Until, Amount = null, Campaign = s.Label, Price = null, Ok = null })),
    };
}
