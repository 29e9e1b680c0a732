using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>
/// Fewer times, that begin at a base and lie a second or one of the query's intervals apart: 30:00 beside 30:00.000001 reads better than 0 beside an hour.
/// All times of a case stand on one line and move on it together, so that what lies between them stays as it was but for the one step that changes.
/// </summary>
sealed class NearerTimes
{
    static readonly DateTime Base = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);
    static readonly TimeSpan Micro = TimeSpan.FromMicroseconds(1);

    // Further instants are first dropped with their rows.
    const int MostInstants = 24;

    readonly IReadOnlyList<ValueDomain> _domains;
    readonly TimeSpan[] _steps;
    readonly DateTime[] _named;

    public NearerTimes(IReadOnlyList<ValueDomain> domains, IReadOnlyList<CaseConstant> constants)
    {
        _domains = [.. domains.Where(d => d.Column.IsTime && !d.IsFrozen && !d.IsOwn)];
        var intervals = constants.Select(c => c.Value).OfType<TimeSpan>().Where(i => i > Micro).ToList();
        _steps = [.. intervals.Prepend(TimeSpan.FromSeconds(1)).Append(Micro).Concat(intervals.SelectMany(i => new[] { i + Micro, i - Micro })).Distinct()];
        var named = constants.Select(c => c.Value).OfType<DateTime>().Select(t => DateTime.SpecifyKind(t, DateTimeKind.Utc)).ToList();
        _named = [.. named.Prepend(Base).Concat(named.SelectMany(t => new[] { ColumnUnit.Moved(t, Micro.Ticks), ColumnUnit.Moved(t, -Micro.Ticks) }.OfType<DateTime>())).Distinct()];
    }

    public IEnumerable<CellCase> Candidates(CellCase cells)
    {
        var instants = Instants(cells);
        if (instants.Count == 0)
            return [];
        return Shifted(cells, instants).Concat(instants.Count > MostInstants ? [] : Alone(cells, instants).Concat(Steps(cells, instants)));
    }

    /// <summary>How many instants there are, how many times, and how far they are from plain.</summary>
    public IEnumerable<long> Size(CellCase cells)
    {
        var instants = Instants(cells);
        return [instants.Count, _domains.Sum(d => (long)d.Values(cells).Count()), instants.Select((t, i) => Rank(instants, i)).Sum()];
    }

    // The whole line, so that it begins at the base or at an instant that the query names; all of it in one instant; and without some time.
    IEnumerable<CellCase> Shifted(CellCase cells, List<DateTime> instants) =>
        _named.Select(to => Moved(cells, t => ColumnUnit.Moved(t, (to - instants[0]).Ticks))).Append(Moved(cells, _ => instants[0]))
            // Where a column does not take NULL, the case is not valid and falls away.
            .Concat(_domains.SelectMany(d => d.Columns).SelectMany(c => CellChanges.EachAndAll(cells, c, _ => null)));

    // One instant: to its neighbours, to a plain step after the one before, or to where the query names one.
    IEnumerable<CellCase> Alone(CellCase cells, List<DateTime> instants)
    {
        for (var i = 0; i < instants.Count; i++)
        {
            var (at, before, after) = (instants[i], i > 0 ? instants[i - 1] : (DateTime?)null, i + 1 < instants.Count ? instants[i + 1] : (DateTime?)null);
            IEnumerable<DateTime?> targets = [before, after, .. _named.Select(n => (DateTime?)n), .. before is null ? [] : _steps.Select(s => before + s)];
            foreach (var target in targets.OfType<DateTime>().Where(t => t != at))
                yield return Moved(cells, t => t == at ? target : t);
        }
    }

    IEnumerable<CellCase> Steps(CellCase cells, List<DateTime> instants) =>
        from i in Enumerable.Range(1, instants.Count - 1)
        let step = instants[i] - instants[i - 1]
        from target in _steps.TakeWhile(s => s != step)
        select Moved(cells, t => t >= instants[i] ? ColumnUnit.Moved(t, (target - step).Ticks) : t);

    CellCase Moved(CellCase cells, Func<DateTime, object?> by) => _domains.Aggregate(cells, (all, d) => d.Replaced(all, v => by((DateTime)v) ?? v));

    List<DateTime> Instants(CellCase cells) => [.. _domains.SelectMany(d => d.Values(cells)).Cast<DateTime>().Distinct().Order()];

    long Rank(List<DateTime> instants, int place)
    {
        var named = Array.IndexOf(_named, instants[place]);
        var step = place == 0 ? -1 : Array.IndexOf(_steps, instants[place] - instants[place - 1]);
        var most = _named.Length + _steps.Length;
        return Math.Min(named < 0 ? most : named, step < 0 ? most : step);
    }
}
