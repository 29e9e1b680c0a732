using System.Data.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Statements;
using SqlHarness.Testing.Statements.Coverage;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Runs;

/// <summary>
/// Tables that hold the rows of many cases, and queries over them that one statement answers for every case. The entities know nothing of cases: the engine's tables have one
/// column more, and the statement is lifted. Not for use by several threads at once.
/// </summary>
sealed class CaseWorkspace : IAsyncDisposable
{
    readonly Workspace _workspace;
    readonly HarnessConnection _connection;
    readonly ReaderTap _tap = new();
    readonly List<CaseTable> _tables = [];
    readonly ITable<CaseNumber> _cases;
    readonly CaseSchema _schema;
    readonly HashSet<int> _loaded = [];
    bool _correlates;
    bool _indexed;

    CaseWorkspace(Workspace workspace, IReadOnlyList<Type> tables)
    {
        _workspace = workspace;
        _connection = (HarnessConnection)workspace.Connection;
        _connection.AddInterceptor(_tap);
        _cases = workspace.CreateTable<CaseNumber>(CaseSchema.CasesTable);
        _connection.Rewrite = CaseSchema.AddToTable;
        foreach (var entity in tables)
            _tables.Add(CaseTable.Create(entity, workspace, NameFor(entity)));
        _connection.Rewrite = null;
        _schema = CaseSchema.Of(_connection, _tables.Select(t => t.Name), _cases);
    }

    /// <summary>Opens a workspace with an empty table for each entity; an entity that stands twice has two.</summary>
    /// <exception cref="EngineException">The engine cannot be opened, or an entity cannot be a table.</exception>
    public static async Task<CaseWorkspace> OpenAsync(Engine engine, IReadOnlyList<Type> tables, CancellationToken cancellationToken = default)
    {
        var workspace = await engine.OpenOnAsync(options => new HarnessConnection(options), cancellationToken).ConfigureAwait(false);
        try
        {
            return new(workspace, tables);
        }
        catch
        {
            await workspace.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The engine's connection; what is run on it is rewritten only while this class runs it.</summary>
    public HarnessConnection Connection => _connection;

    /// <summary>Changes each lifted statement further: plants a mistake, so that tests can tell whether it would be noticed.</summary>
    public Rewriting? Planted { get; set; }

    /// <summary>How many lifted statements ran.</summary>
    public int Statements { get; private set; }

    /// <summary>How many statements ran as they are, for one case.</summary>
    public int RunAlone { get; private set; }

    /// <summary>The table at a place, for a query to read.</summary>
    public IQueryable Table(int index) => _tables[index].Rows;

    /// <summary>The same, typed.</summary>
    public ITable<T> Table<T>(int index) where T : class => (ITable<T>)_tables[index].Rows;

    /// <summary>Adds cases to those that are there. When it fails, no case is there.</summary>
    /// <param name="cases">The cases, each under a number of its own; one without any row counts as a case too.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">A number stands twice, or a case has another number of tables.</exception>
    /// <exception cref="EngineException">A value breaks the contract.</exception>
    public async Task LoadAsync(IReadOnlyList<(int Id, InputCase Case)> cases, CancellationToken cancellationToken = default)
    {
        HashSet<int> numbers = [.. _loaded];
        foreach (var (id, input) in cases)
        {
            if (!numbers.Add(id))
                throw new ArgumentException($"Case {id} is loaded twice.", nameof(cases));
            if (input.Tables.Count != _tables.Count)
                throw new ArgumentException($"Case {id} has {input.Tables.Count} tables where there are {_tables.Count}.", nameof(cases));
        }

        try
        {
            for (var i = 0; i < _tables.Count; i++)
                await _tables[i].LoadAsync(cases, i, cancellationToken).ConfigureAwait(false);
            await _workspace.LoadAsync(_cases, cases.Select(c => new CaseNumber { Number = c.Id }), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await ClearAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        _loaded.UnionWith(numbers);
    }

    /// <summary>Removes all cases; the tables stay.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken = default)
    {
        _loaded.Clear();
        foreach (var table in _tables)
            await table.ClearAsync(cancellationToken).ConfigureAwait(false);
        await _workspace.ClearAsync(_cases, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The mapping that the tables have here.</summary>
    public MappingSchema Mapping => _connection.MappingSchema;

    /// <summary>What a query's statement tells. Nothing is run.</summary>
    public StatementFacts FactsOf<TResult>(IQueryable<TResult> query)
    {
        StatementFacts? facts = null;
        _connection.Seen = (statement, values) => facts ??= new(QueryConstants.Of(statement, values), WindowOrders.Of(statement)) { IsOrdered = WindowOrders.Matter(statement), Use = ColumnUses.Of(statement) };
        try
        {
            Fresh(query).ToSqlQuery();
            return facts ?? throw new ArgumentException("The query is none of this workspace's.", nameof(query));
        }
        finally
        {
            _connection.Seen = null;
        }
    }

    /// <summary>A query's SQL as it is run on one case, not lifted. Nothing is run.</summary>
    public string SqlOf<TResult>(IQueryable<TResult> query)
    {
        var inline = _connection.InlineParameters;
        try
        {
            return Fresh(query).ToSqlQuery(new() { InlineParameters = true }).Sql;
        }
        finally
        {
            // linq2db leaves its switch on when it fails between.
            _connection.InlineParameters = inline;
        }
    }

    /// <summary>Does something while each statement is changed first: a mutant is planted.</summary>
    public async Task<T> MutatedAsync<T>(StatementChange? change, Func<Task<T>> run)
    {
        _connection.Mutate = change;
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            _connection.Mutate = null;
        }
    }

    /// <summary>The same for what is not awaited.</summary>
    public T Mutated<T>(StatementChange? change, Func<T> run)
    {
        _connection.Mutate = change;
        try
        {
            return run();
        }
        finally
        {
            _connection.Mutate = null;
        }
    }

    /// <summary>The engine's version.</summary>
    public string Version => _workspace.Version;

    /// <summary>The numbers of the cases that are there.</summary>
    public IReadOnlyCollection<int> Loaded => _loaded;

    /// <summary>Which of the tables hold cases.</summary>
    public CaseSchema Schema => _schema;

    /// <summary>Which situations of a query the cases reach.</summary>
    /// <param name="query">The query, over <see cref="Table(int)"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CannotLiftException">The query is no SELECT.</exception>
    public Task<Covered> CoverAsync<TResult>(IQueryable<TResult> query, CancellationToken cancellationToken = default) => new CoverageRun<TResult>(this, query).RunAsync(cancellationToken);

    /// <summary>A query's answers for all cases, by one lifted statement.</summary>
    /// <param name="query">The query, over <see cref="Table(int)"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CannotLiftException">The query contains something that cannot be lifted.</exception>
    public async Task<Answer<TResult>> RunAsync<TResult>(IQueryable<TResult> query, CancellationToken cancellationToken = default)
    {
        _correlates = false;
        List<(int Case, TResult Row)> rows = [];
        var sql = await StreamAsync(query, LiftOnce, row => rows.Add((CaseOf(_tap.Reader), row)), cancellationToken).ConfigureAwait(false);
        // Rows that linq2db drops itself it drops from all cases together: on SQLite, which has no SKIP without TAKE.
        return rows.Count == _connection.RowsRead
            ? new(rows.ToLookup(r => r.Case, r => r.Row), sql)
            : throw new CannotLiftException($"SKIP or TAKE that linq2db applies itself, after the statement, cannot be lifted: of {_connection.RowsRead} rows it dropped some.");
    }

    /// <summary>A query's answer as it is, not lifted, for the only case that is loaded.</summary>
    /// <exception cref="InvalidOperationException">Not exactly one case is loaded.</exception>
    public async Task<Answer<TResult>> RunAloneAsync<TResult>(IQueryable<TResult> query, CancellationToken cancellationToken = default)
    {
        if (_loaded.Count != 1)
            throw new InvalidOperationException($"A case runs alone when it is the only one, but {_loaded.Count} are loaded.");
        List<TResult> rows = [];
        var sql = await StreamAsync(query, () => null, rows.Add, cancellationToken).ConfigureAwait(false);
        return new(rows.ToLookup(_ => _loaded.First()), sql);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    // The statement is made twice: as text to show, and to be run.
    async Task<string> StreamAsync<TResult>(IQueryable<TResult> query, Func<Rewriting?> rewrite, Action<TResult> take, CancellationToken cancellationToken)
    {
        var inline = _connection.InlineParameters;
        _connection.RowsRead = null;
        try
        {
            _connection.Rewrite = rewrite();
            var sql = Fresh(query).ToSqlQuery(new() { InlineParameters = true }).Sql;
            if (_correlates)
                await IndexAsync(cancellationToken).ConfigureAwait(false);
            _connection.Rewrite = rewrite();
            (Statements, RunAlone) = _connection.Rewrite is null ? (Statements, RunAlone + 1) : (Statements + 1, RunAlone);
            await foreach (var row in Fresh(query).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
                take(row);
            return _connection.RowsRead is null ? throw new ArgumentException("The query does not read this workspace's tables.", nameof(query)) : sql;
        }
        finally
        {
            // linq2db leaves its switch on when it fails between.
            _connection.InlineParameters = inline;
            _connection.Rewrite = null;
            _tap.Reader = null;
        }
    }

    Rewriting LiftOnce()
    {
        var statements = 0;
        return statement =>
        {
            if (++statements > 1)
                throw new CannotLiftException("A query that linq2db runs as several statements cannot be lifted: rows nested in rows are loaded by statements of their own.");
            var lifted = Lifter.Lift(statement, _schema, out _correlates);
            return Planted is null ? lifted : Planted(lifted);
        };
    }

    /// <summary>Makes finding the rows of a case fast. A sub-query that is run for each row reads the rows of one case each time; without one an index only costs time.</summary>
    public async Task IndexAsync(CancellationToken cancellationToken)
    {
        if (_indexed)
            return;
        _indexed = true;
        foreach (var table in _tables)
            await table.IndexAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The query without what it keeps of an earlier translation, with or without parameters.</summary>
    public static IQueryable<TResult> Fresh<TResult>(IQueryable<TResult> query) => query.Provider.CreateQuery<TResult>(query.Expression);

    int CaseOf(DbDataReader? reader)
    {
        if (reader is null or { IsClosed: true })
            throw new CannotLiftException("A query whose rows linq2db makes after reading them all cannot be lifted: their cases are not known.");
        var number = reader.GetInt32(reader.FieldCount - 1);
        return _loaded.Contains(number) ? number : throw new InvalidOperationException($"A lifted statement returned a row of case {number}, which is not loaded.");
    }

    string NameFor(Type entity)
    {
        var name = _connection.MappingSchema.GetEntityDescriptor(entity, _connection.Options.ConnectionOptions.OnEntityDescriptorCreated).Name.Name;
        HashSet<string> taken = new(_tables.Select(t => t.Name).Append(CaseSchema.CasesTable), StringComparer.OrdinalIgnoreCase);
        return taken.Contains(name) ? Enumerable.Range(2, taken.Count).Select(i => $"{name}_{i}").First(n => !taken.Contains(n)) : name;
    }
}
