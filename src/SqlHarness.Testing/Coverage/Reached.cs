namespace SqlHarness.Testing.Coverage;

/// <summary>What each case of a list reaches, while cases of it are replaced.</summary>
sealed class Reached
{
    readonly Covered _first;
    readonly Dictionary<CoverageGoal, SortedSet<int>> _cases;

    public Reached(Covered first) => (_first, _cases) = (first, first.Goals.ToDictionary(g => g.Goal, g => new SortedSet<int>(g.Cases)));

    /// <summary>The goals that no case reaches.</summary>
    public IEnumerable<CoverageGoal> Missing => _first.Goals.Select(g => g.Goal).Where(g => _cases[g].Count == 0);

    /// <summary>What is reached now.</summary>
    public Covered Covered => _first with { Goals = [.. _first.Goals.Select(g => new CoveredGoal(g.Goal, [.. _cases[g.Goal]]))] };

    /// <summary>The last case without which every goal is reached that is reached now; null where there is none.</summary>
    public int? Dispensable
    {
        get
        {
            var needed = _cases.Values.Where(c => c.Count == 1).Select(c => c.Min).ToHashSet();
            return Enumerable.Range(1, _first.Cases).Select(i => _first.Cases - i).Cast<int?>().FirstOrDefault(c => !needed.Contains(c!.Value));
        }
    }

    /// <summary>
    /// Cases that came near a goal: for each other situation of its operator, or where none of these is reached, of its level, those that reach it.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> Near(CoverageGoal goal)
    {
        var siblings = _cases.Where(c => c.Value.Count > 0 && c.Key.Level == goal.Level).ToList();
        if (siblings.Exists(s => s.Key.Place == goal.Place))
            siblings.RemoveAll(s => s.Key.Place != goal.Place);
        return siblings.Count > 0 ? [.. siblings.Select(s => (IReadOnlyList<int>)[.. s.Value])] : [[.. Enumerable.Range(0, _first.Cases)]];
    }

    /// <summary>Puts another case in the place of one.</summary>
    public void Replace(int place, IReadOnlySet<CoverageGoal> goals)
    {
        foreach (var (goal, cases) in _cases)
        {
            if (goals.Contains(goal))
                cases.Add(place);
            else
                cases.Remove(place);
        }
    }
}
