using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Stored;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Shrinking.Cases;
using SqlHarness.Testing.Statements;

namespace SqlHarness.Testing;

/// <summary>What is to be proven.</summary>
/// <param name="Settings">How.</param>
/// <param name="Tables">The entity types of the query's tables.</param>
/// <param name="Query">The query.</param>
/// <param name="Claim">What is claimed of it.</param>
/// <param name="Code">How a report states it again as a test.</param>
sealed record ProofPlan<TResult>(HarnessSettings Settings, IReadOnlyList<Type> Tables, QueryOver<TResult> Query, IClaim<TResult> Claim, HarnessCode Code)
{
    public string Name => Settings.Name;

    /// <summary>Whether cases without a row, and answers without one, are meant: where they were written by hand.</summary>
    public bool MayExpectNothing { get; init; } = Settings.Given is not null;

    /// <summary>The cases that were given; or stored ones, and then generated ones, from the mapping and the query's own statement.</summary>
    /// <exception cref="ProofFailedException">The query cannot be translated; the message says which part.</exception>
    /// <exception cref="ArgumentException">A rule or step is about something that is not there.</exception>
    /// <exception cref="FormatException">A stored case is none of the query's tables; the message says where.</exception>
    public async Task<DrawnCases> DrawAsync(CaseWorkspace workspace, string engine, CancellationToken cancellationToken)
    {
        var tables = InputTables.Of(workspace.Mapping, Tables, Settings.Rules);
        var query = Checked(Name, Query, workspace);
        // An unknown column is a mistake in the test, and no difference in an answer.
        Bag.Compare<TResult>([], [], Settings.Key, Settings.Tolerances);
        CheckSteps(NamedStep.Of(query));
        var facts = Translated(Name, engine, () => workspace.FactsOf(query));
        var layout = new CaseLayout(Tables, [.. facts.Orders.Select(o => Order(tables, o.Partition, o.Order)).OfType<ReadingOrder>()]);
        if (Settings.Given is { } given)
            return new(new([given], null), tables, facts, layout);
        var folder = Settings.Folder is null ? null : CounterexampleFolder.Of(Settings.Folder, Name);
        var stored = folder?.Read(tables) ?? [];
        var (generated, coverage) = await GenerateAsync(workspace, query, tables, facts, cancellationToken).ConfigureAwait(false);
        var list = new CaseList([.. stored.Select(s => s.Stored.Rows), .. generated], Settings.Budget.Seed) { Asked = Settings.Asked ?? Settings.Budget.Count };
        return new(list, tables, facts, layout)
        {
            Reducer = new InputReducer(tables, facts.Constants), Stored = [.. stored.Select(s => s.File)], Folder = Settings.Stores ? folder : null, Coverage = coverage,
            More = times => CaseGenerator.Generate(tables, facts.Constants, new(times * Settings.Budget.Count, unchecked(Settings.Budget.Seed + 1)), facts.Roles),
        };
    }

    /// <summary>Refuses queries that are none on an engine, also those that the query is held against; each engine has its own words.</summary>
    /// <exception cref="ProofFailedException">One is null, is none of the tables', or cannot be translated; the message names it and says which part.</exception>
    public void CheckQueries(CaseWorkspace workspace, string engine)
    {
        foreach (var (name, query) in Claim.Others.Prepend((Name, Query)))
        {
            var made = Checked(name, query, workspace);
            Translated(name, engine, () => workspace.SqlOf(made));
        }
    }

    async Task<(IReadOnlyList<InputCase>, Covered?)> GenerateAsync(
        CaseWorkspace workspace, IQueryable<TResult> query, InputTables tables, StatementFacts facts, CancellationToken cancellationToken)
    {
        if (!Settings.Steered)
            return (CaseGenerator.Generate(tables, facts.Constants, Settings.Budget, facts.Roles), null);
        var steered = await new CaseSteering(tables, facts.Constants, facts.Roles, Settings.Budget)
            .ChooseAsync(CoverAsync, goal => Settings.OutOfReach.ContainsKey(goal.Id)).ConfigureAwait(false);
        return (steered.Cases, steered.Coverage);

        async Task<Covered> CoverAsync(IReadOnlyList<InputCase> cases)
        {
            await workspace.ClearAsync(cancellationToken).ConfigureAwait(false);
            await workspace.LoadAsync([.. cases.Select((c, i) => (i, c))], cancellationToken).ConfigureAwait(false);
            return await workspace.CoverAsync(query, cancellationToken).ConfigureAwait(false);
        }
    }

    IQueryable<TResult> Checked(string name, QueryOver<TResult> query, CaseWorkspace workspace) => Made(name, query, workspace) switch
    {
        null => throw new ProofFailedException($"{name} returns null in the place of a query."),
        EnumerableQuery => throw new ProofFailedException($"{name} reads its tables into memory, so that there is no SQL to prove: take ToList or AsEnumerable away."),
        var made => made,
    };

    IQueryable<TResult>? Made(string name, QueryOver<TResult> query, CaseWorkspace workspace)
    {
        try
        {
            return query([.. Tables.Select((_, i) => workspace.Table(i))]);
        }
        catch (LinqToDBException e)
        {
            // The library's operators refuse rows in memory, which is the only way in which a harness's tables come to be none.
            throw new ProofFailedException($"{name} cannot be made a query: {e.Message} If it reads its tables into memory first, take ToList or AsEnumerable away.", e);
        }
    }

    static T Translated<T>(string name, string engine, Func<T> translate)
    {
        try
        {
            return translate();
        }
        catch (LinqToDBException e)
        {
            throw new ProofFailedException($"{name} cannot be translated to SQL on {engine}: {e.Message.ReplaceLineEndings("\n").Split('\n')[0]} Portable has functions that every engine knows.", e);
        }
    }

    void CheckSteps(IReadOnlyList<NamedStep> steps)
    {
        foreach (var stated in Settings.Steps.Where(s => !steps.Any(q => q.Name == s.Step && q.Query.ElementType == s.Row)))
        {
            throw new ArgumentException(steps.FirstOrDefault(q => q.Name == stated.Step) is { } other
                ? $"The step {stated.Step} of {Name} has rows of {other.Query.ElementType.Name}, and its reference of {stated.Row.Name}."
                : $"{Name} has no step {stated.Step}{(steps.Count == 0 ? "; name one by .AsStep(…)" : $"; its steps are {string.Join(", ", steps.Select(q => q.Name))}")}.");
        }
    }

    static ReadingOrder? Order(InputTables tables, IReadOnlyList<BaseColumn> partition, IReadOnlyList<BaseColumn> order)
    {
        var table = tables.Tables.FirstOrDefault(t => t.Entity == order[0].Entity);
        return table is null ? null : new(table.Entity, Members(partition), Members(order));

        IReadOnlyList<string> Members(IReadOnlyList<BaseColumn> columns) => [.. columns.Select(c => table.Columns.First(o => o.Name == c.Name).Member)];
    }
}
