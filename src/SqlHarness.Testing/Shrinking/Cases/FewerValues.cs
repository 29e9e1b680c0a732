using SqlHarness.Tables;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>Fewer and simpler values: two become one, keys count from 1, cells become NULL, nothing or one of the query's constants.</summary>
sealed class FewerValues(InputTables tables, IReadOnlyList<ValueDomain> domains)
{
    readonly IReadOnlyList<ValueDomain> _changeable = [.. domains.Where(d => !d.IsFrozen && !d.Column.IsTime)];

    public IEnumerable<CellCase> Candidates(CellCase cells) => AllAtOnce(cells).Concat(Merged(cells)).Concat(Numbered(cells)).Concat(NullReferences(cells)).Concat(Simpler(cells));

    /// <summary>How many different values the domains have, how many keys do not count from 1, and how far the values are from simple.</summary>
    public IEnumerable<long> Size(CellCase cells) =>
    [
        _changeable.Sum(d => (long)d.Values(cells).Distinct().Count()),
        _changeable.Where(d => d.IsNumbered).Sum(d => (long)NotPlain(d, cells).Count),
        _changeable.Sum(d => d.Columns.Sum(c => cells.Tables[c.Table].Sum(r => d.Rank(r[c.Column])))),
    ];

    // First as a whole, then all but one: what the failure does not depend on goes in one round.
    IEnumerable<CellCase> AllAtOnce(CellCase cells) => _changeable.Where(d => d.Simplest.Count > 0).Select(d => (ValueDomain?)d).Prepend(null)
        .Select(kept => _changeable.Where(d => d != kept && d.Simplest.Count > 0).Aggregate(cells, (all, d) => ToSimplest(all, d, 0)));

    IEnumerable<CellCase> Merged(CellCase cells) =>
        from domain in _changeable
        let values = domain.Values(cells).GroupBy(v => v).OrderBy(g => domain.Rank(g.Key)).ThenByDescending(g => g.Count()).Select(g => g.Key).ToList()
        where values.Count > 1
        from value in values
        from other in values.Where(v => !Equals(v, value)).Take(2)
        select domain.Replaced(cells, v => Equals(v, value) ? other : v);

    // In their order, which ties are broken by; then one by one, for the keys that the query names.
    IEnumerable<CellCase> Numbered(CellCase cells)
    {
        foreach (var domain in _changeable.Where(d => d.IsNumbered))
        {
            var values = domain.Values(cells).Distinct().Order(ContractOrder.Instance).ToList();
            var plain = Enumerable.Range(1, values.Count).Select(i => KeyPool.Plain(domain.Column, i)).OfType<object>().ToList();
            if (plain.Count == values.Count)
                yield return domain.Replaced(cells, v => plain[values.IndexOf(v)]);
            foreach (var value in NotPlain(domain, cells))
            {
                foreach (var free in plain.Where(p => !values.Contains(p)).Take(2))
                    yield return domain.Replaced(cells, v => Equals(v, value) ? free : v);
            }
        }
    }

    IEnumerable<CellCase> NullReferences(CellCase cells) =>
        from domain in _changeable
        where domain.IsLinked
        from place in domain.Columns
        where tables.Tables[place.Table].Columns[place.Column].IsNullable
        from changed in CellChanges.EachAndAll(cells, place, _ => null)
        select changed;

    IEnumerable<CellCase> Simpler(CellCase cells) =>
        from domain in _changeable
        from target in Enumerable.Range(0, domain.Simplest.Count)
        from changed in CellChanges.EachAndAll(cells, domain.Columns[0], value => domain.Rank(value) > target ? domain.Simplest[target] : value)
        select changed;

    static CellCase ToSimplest(CellCase cells, ValueDomain domain, int target) => CellChanges.EachAndAll(cells, domain.Columns[0], _ => domain.Simplest[target]).DefaultIfEmpty(cells).First();

    static List<object> NotPlain(ValueDomain domain, CellCase cells)
    {
        var values = domain.Values(cells).Distinct().ToList();
        var plain = Enumerable.Range(1, values.Count).Select(i => KeyPool.Plain(domain.Column, i)).ToHashSet();
        return values.FindAll(v => !plain.Contains(v));
    }
}
