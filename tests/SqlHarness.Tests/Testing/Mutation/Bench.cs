using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Tables;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements.Mutation;
using SqlHarness.Tests.Testing.Lifting;
using SqlHarness.Tests.Testing.UnderTest;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>Tables of the tests' domains on one engine, over which queries are mutated and run for many generated cases at once.</summary>
sealed class Bench : IAsyncDisposable
{
    static readonly Type[] Entities = [typeof(Parent), typeof(Child), typeof(Order), typeof(Refund), typeof(UserEvent)];

    readonly CaseWorkspace _workspace;
    int _cases;

    Bench(CaseWorkspace workspace) => _workspace = workspace;

    public IQueryable<Parent> Parents => _workspace.Table<Parent>(0);

    public IQueryable<Child> Children => _workspace.Table<Child>(1);

    public IQueryable<Order> Orders => _workspace.Table<Order>(2);

    public IQueryable<Refund> Refunds => _workspace.Table<Refund>(3);

    public IQueryable<UserEvent> Events => _workspace.Table<UserEvent>(4);

    public static async Task<Bench> OpenAsync(string engine) => new(await CaseWorkspace.OpenAsync(Tested.Engine(engine), Entities));

    /// <summary>The mutants of a query; nothing is run.</summary>
    public IReadOnlyList<Mutant> MutantsOf<T>(IQueryable<T> query)
    {
        IReadOnlyList<Mutant> mutants = [];
        _workspace.Connection.Seen = (statement, values) => mutants = Mutants.Of(statement, values);
        try
        {
            query.Provider.CreateQuery<T>(query.Expression).ToSqlQuery();
            return mutants;
        }
        finally
        {
            _workspace.Connection.Seen = null;
        }
    }

    /// <summary>Loads cases that are generated around a query's constants.</summary>
    public async Task LoadAsync<T>(IQueryable<T> query, int count, ulong seed = 7)
    {
        var cases = CaseGenerator.Generate(InputTables.Of(_workspace.Mapping, Entities, CaseRules.None), _workspace.ConstantsOf(query), new(count, seed));
        await _workspace.ClearAsync();
        await _workspace.LoadAsync([.. cases.Select((c, i) => (i, c))]);
        _cases = count;
    }

    public Task<Answer<T>> RunAsync<T>(IQueryable<T> query) => _workspace.RunAsync(query);

    /// <summary>Runs a query with its k-th mutant.</summary>
    public async Task<Answer<T>> RunAsync<T>(IQueryable<T> query, int k)
    {
        _workspace.Connection.Mutate = (statement, values) => Mutants.Of(statement, values)[k].Apply();
        try
        {
            return await _workspace.RunAsync(query);
        }
        finally
        {
            _workspace.Connection.Mutate = null;
        }
    }

    /// <summary>In how many cases two answers differ.</summary>
    public int Differing<T>(Answer<T> one, Answer<T> other) => Enumerable.Range(0, _cases).Count(i => !Bag.Compare(one.Results[i], other.Results[i]).IsEmpty);

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();
}
