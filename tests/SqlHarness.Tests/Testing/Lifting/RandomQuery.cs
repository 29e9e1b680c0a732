using System.Text;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>
/// Composes a query from random operators. Orders are over all columns, so that rows that tie are equal and each query has one answer, as a bag.
/// The same seed composes the same query over any tables.
/// </summary>
sealed class RandomQuery(int seed, IQueryable<Parent> parents, IQueryable<Child> children)
{
    const int MostJoins = 3;

    readonly Random _random = new(seed);
    readonly StringBuilder _words = new();
    int _joins;
    int _steps;

    /// <summary>What was composed, in words.</summary>
    public override string ToString() => _words.ToString();

    public IQueryable<Cell> Compose()
    {
        var query = Source();
        for (var i = _random.Next(2, 7); i > 0; i--)
            query = Next(query, withSteps: true);
        return query;
    }

    // linq2db does not see our steps in a query that a lambda captures.
    IQueryable<Cell> Small(bool withSteps)
    {
        _words.Append('(');
        var query = Source();
        for (var i = _random.Next(0, 3); i > 0; i--)
            query = Next(query, withSteps);
        _words.Append(')');
        return query;
    }

    IQueryable<Cell> Source()
    {
        var isParents = _random.Next(2) == 0;
        _words.Append(isParents ? "parents" : "children");
        return isParents
            ? parents.Select(p => new Cell { A = p.Id, B = p.Kind, C = p.Value })
            : children.Select(c => new Cell { A = c.ParentId, B = c.Kind, C = c.Value });
    }

    IQueryable<Cell> Next(IQueryable<Cell> query, bool withSteps)
    {
        var choice = _random.Next(24);
        if (choice is >= 4 and <= 8 && ++_joins > MostJoins)
            choice = 9;
        _words.Append(' ').Append(choice).Append(' ');
        var n = _random.Next(3);
        switch (choice)
        {
            case 0: return query.Where(x => x.A > n);
            case 1: return query.Where(x => x.B == null || x.C != n);
            case 2: return query.Select(x => new Cell { A = x.C, B = x.A, C = x.B });
            case 3: return query.Select(x => new Cell { A = x.A > n ? x.B : x.C, B = x.B ?? n, C = x.A });
            case 4: return query.Join(Small(withSteps), x => x.A, y => y.A, (x, y) => new Cell { A = x.A, B = x.B, C = y.C });
            case 5: return query.LeftJoin(Small(withSteps), (x, y) => x.A == y.A && y.C != n, (x, y) => new Cell { A = x.A, B = x.B, C = y.B });
            case 6: return query.RightJoin(Small(withSteps), (x, y) => x.B == y.B, (x, y) => new Cell { A = y.A, B = x.B, C = x.C });
            case 7: return query.FullJoin(Small(withSteps), (x, y) => x.A == y.A, (x, y) => new Cell { A = x.A, B = y.A, C = x.C });
            case 8: return from x in query from y in Small(withSteps) where x.C == n select new Cell { A = x.A, B = y.B, C = y.A };
            case 9: return query.GroupBy(x => x.B).Select(g => new Cell { A = g.Count(), B = g.Key, C = g.Max(x => x.A) });
            case 10: return query.GroupBy(x => new { x.A, x.C }).Where(g => g.Count() > n - 1).Select(g => new Cell { A = g.Key.A, B = g.Key.C, C = g.Min(x => x.B) });
            case 11: return query.GroupBy(x => Portable.Native(1)).Select(g => new Cell { A = g.Count(), B = g.Max(x => x.B), C = (g.Min(x => x.C) ?? 0) + g.Count(x => x.B == n) });
            case 12: return query.Select(x => new Cell { A = x.A, B = (int)Sql.Window.RowNumber(w => w.OrderBy(x.A).ThenBy(x.B).ThenBy(x.C)), C = x.C });
            case 13: return query.Select(x => new Cell { A = Sql.Window.Lag(x.A, w => w.PartitionBy(x.B).OrderBy(x.A).ThenBy(x.C)), B = x.B, C = x.C });
            case 14: return query.Select(x => new Cell { A = Sql.Window.MaxValue(x.A, w => w.PartitionBy(x.C).OrderBy(x.B).RangeBetween.Unbounded.And.CurrentRow), B = x.B, C = x.C });
            case 15: return query.Distinct();
            case 16: return query.Concat(Small(withSteps));
            case 17: return query.Union(Small(withSteps));
            case 18: return n == 0 ? query.Intersect(Small(withSteps)) : query.Except(Small(withSteps));
            case 19: return query.OrderBy(x => x.B).ThenByDescending(x => x.A).ThenBy(x => x.C).Take(n + 1);
            case 20: return withSteps ? Twice(query.AsStep($"step_{++_steps}"), n) : query.AsSubQuery();
            case 21:
            {
                var other = Small(false);
                return query.Where(x => other.Any(y => y.A == x.A) || x.B == n);
            }

            case 22:
            {
                var other = Small(false);
                return query.Select(x => new Cell { A = x.A, B = other.Count(y => y.A == x.A), C = other.Max(y => y.C) });
            }

            default:
            {
                var other = Small(false);
                return query.Where(x => !other.Select(y => y.B).Contains(x.C));
            }
        }
    }

    static IQueryable<Cell> Twice(IQueryable<Cell> step, int n) => n == 0 ? step.Concat(step.Where(x => x.A > 1)) : step;
}
