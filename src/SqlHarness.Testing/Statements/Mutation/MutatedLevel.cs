using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>A level of a statement under mutation: its elements, what is known of them, and how to put others in their place. Nothing changes before a change is applied.</summary>
sealed class MutatedLevel
{
    readonly StatementLevel _level;
    readonly Dictionary<string, Site> _sites = new(StringComparer.Ordinal);

    public MutatedLevel(MutatedStatement statement, StatementLevel level)
    {
        (Statement, _level, Slots) = (statement, level, Slot.Of(level.Query));
        // Without TAKE or SKIP the order of rows means nothing.
        foreach (var slot in Slots.Where(s => s.Clause != Clause.OrderBy || IsLimited))
            Collect(slot);
        Rows = new(this);
    }

    public MutatedStatement Statement { get; }

    public string Name => _level.Name;

    public SelectQuery Query => _level.Query;

    /// <summary>Whether it is run for a row of another level.</summary>
    public bool IsInExpression => _level.IsInExpression;

    /// <summary>Whether its rows are the statement's: the last SELECT, and those that it is united with.</summary>
    public bool IsResult => Levels.Branches(Statement.Statement.SelectQuery!).Contains(Query);

    public bool IsLimited => Query.Select.TakeValue is not null || Query.Select.SkipValue is not null;

    /// <summary>Whether it aggregates, by groups or all rows into one.</summary>
    public bool IsGrouped => !Query.GroupBy.IsEmpty || Aggregates.All(Query);

    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>Its elements, in the order in which they are read, each once.</summary>
    public IEnumerable<Site> Sites => _sites.Values;

    /// <summary>Which rows and columns its columns determine.</summary>
    public Dependencies Rows { get; }

    /// <summary>The columns of what it reads that it uses, in the order in which they are read.</summary>
    public IEnumerable<ISqlExpression> Columns => Sites.Select(s => s.Element).OfType<ISqlExpression>().Where(e => IsColumn(e) && Owns(e));

    public static bool IsColumn(IQueryElement element) => element is SqlField or SqlColumn or SqlCteTableField;

    /// <summary>Whether a column is one of what the level itself reads, and not of a level around it.</summary>
    public bool Owns(ISqlExpression column) => SourceOf(column) is { } source && Query.From.Tables.SelectMany(Levels.Sources).Contains(source);

    public static ISqlTableSource? SourceOf(ISqlExpression column) => column switch
    {
        SqlField field => field.Table,
        SqlCteTableField field => field.Table,
        SqlColumn inner => inner.Parent,
        _ => null,
    };

    /// <summary>Whether an expression is only asked whether it is NULL: it is what COUNT counts.</summary>
    public bool IsCounted(Site site)
    {
        var counted = Sites.SelectMany(s => s.All).OfType<SqlExtendedFunction>()
            .Where(f => f is { FunctionName: "COUNT", Arguments: [{ Modifier: not LinqToDB.Sql.AggregateModifier.Distinct }] })
            .Select(f => f.Arguments[0].Expression).ToHashSet<IQueryElement>(ReferenceEqualityComparer.Instance);
        return site.All.TrueForAll(counted.Contains);
    }

    /// <summary>The parts of a filter that all must hold.</summary>
    public IEnumerable<(Slot Slot, ISqlPredicate Predicate)> Conjuncts(params IReadOnlyList<Clause> clauses) => Slots.Where(s => clauses.Contains(s.Clause))
        .SelectMany(s => s.Root is SqlSearchCondition { Predicates: var parts } whole ? (whole.IsOr && parts.Count > 1 ? [whole] : parts).Select(p => (s, p)) : []);

    /// <summary>The columns of what it reads that a part uses, each source's.</summary>
    public static IReadOnlyList<ISqlExpression> ColumnsIn(IQueryElement element)
    {
        List<ISqlExpression> found = [];
        element.VisitParentFirst(e =>
        {
            if (IsColumn(e))
                found.Add((ISqlExpression)e);
            return !IsColumn(e);
        });
        return found;
    }

    /// <summary>Whether an expression is never NULL on this level.</summary>
    public bool NeverNull(ISqlExpression expression) => Statement.NeverNull(expression, Query);

    /// <summary>The question whether an expression is NULL, or is not; asked also where linq2db takes it for never NULL, as it does behind outer joins of a CTE.</summary>
    public SqlPredicate.IsNull IsNull(ISqlExpression expression, bool not) =>
        new(!NeverNull(expression) && !expression.CanBeNullable(NullabilityContext.GetContext(Query)) ? new SqlNullabilityExpression(expression, true) : expression, not);

    public string Text(IQueryElement element) => Statement.Text(element);

    /// <summary>The site of an element that the level has.</summary>
    public Site SiteOf(IQueryElement element) => _sites[ElementKey.Of(element)];

    /// <summary>Another element in the place of a site's.</summary>
    public Change Replace(Site site, Alternative alternative)
    {
        var other = alternative.Other;
        var (before, after) = WindowText.Of(alternative.Part ?? site.Element, other);
        return new(Text(before), alternative.Shown ?? Text(after), alternative.Needs, () =>
        {
            foreach (var (slot, replaced) in Slots.Select(s => (s, Substitution.Of(s.Root, site.All, other))).Where(p => !ReferenceEquals(p.s.Root, p.Item2)))
                slot.Put(replaced);
        })
        { Effect = EffectOf(site, other), Equivalent = alternative.Equivalent };
    }

    // TRUE is what AND with it leaves, and FALSE what OR with it does: dropping a part and replacing it are one change.
    string EffectOf(Site site, IQueryElement other) => string.Join('\n', Slots.Select(s => ElementKey.Of(Substitution.Of(s.Root, site.All, other))));

    /// <summary>What the expressions are before any change.</summary>
    public string Effect => string.Join('\n', Slots.Select(s => ElementKey.Of(s.Root)));

    void Collect(Slot slot)
    {
        HashSet<IQueryElement> filters = new(ReferenceEqualityComparer.Instance);
        if (slot.Clause is Clause.Where or Clause.On or Clause.Having)
            CollectFilters(slot.Root, filters);
        slot.Root.VisitParentFirst(element =>
        {
            var key = ElementKey.Of(element);
            if (!_sites.TryGetValue(key, out var site))
                _sites.Add(key, site = new(this, element, key));
            else if (!site.All.Contains(element, ReferenceEqualityComparer.Instance))
                site.All.Add(element);
            site.Clauses.Add(slot.Clause);
            site.IsRoot &= ReferenceEquals(element, slot.Root);
            site.IsFilter &= filters.Contains(element);
            return element is not SelectQuery && !IsColumn(element);
        });
    }

    static void CollectFilters(IQueryElement element, HashSet<IQueryElement> filters)
    {
        filters.Add(element);
        if (element is SqlSearchCondition condition)
            condition.Predicates.ForEach(p => CollectFilters(p, filters));
    }
}
