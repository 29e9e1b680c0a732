using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FsCheck;
using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases.Rules;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing;

/// <summary>A query, and how it is to be proven; made by <see cref="Harness"/>. It holds no state, so tests may share it, also when they run in parallel.</summary>
/// <typeparam name="TSelf">The class for the number of tables.</typeparam>
/// <typeparam name="TResult">The row type of its result.</typeparam>
public abstract class QueryUnderTest<TSelf, TResult> where TSelf : QueryUnderTest<TSelf, TResult>
{
    private protected QueryUnderTest(HarnessSettings settings, string code, IReadOnlyList<Type> tables, QueryOver<TResult> query) => (Settings, Code, Tables, Query) = (settings, code, tables, query);

    private protected HarnessSettings Settings { get; }

    private protected string Code { get; }

    private protected IReadOnlyList<Type> Tables { get; }

    private protected QueryOver<TResult> Query { get; }

    /// <summary>The name in reports and of stored files; by default the query's own as it was written.</summary>
    public TSelf Named(string name) => With(Settings with { Name = name });

    /// <summary>Which engines it is proven on; by default SQLite and DuckDB, in memory.</summary>
    public TSelf On(params IReadOnlyList<Engine> engines) =>
        With(Settings with { Engines = engines.Count > 0 ? engines : throw new ArgumentException("Without an engine nothing is proven.", nameof(engines)) });

    /// <summary>How many cases are generated, and from which seed; by default 1,000, and what <c>SQLHARNESS_CASES</c> and <c>SQLHARNESS_SEED</c> say.</summary>
    public TSelf Cases(int count, ulong? seed = null) => With(Settings with { Budget = new(count, seed ?? Settings.Budget.Seed) });

    /// <summary>The longest time a proof may take on one engine; a minute by default.</summary>
    public TSelf Within(TimeSpan limit) => With(Settings with { TimeLimit = limit });

    /// <summary>The result columns by which a report puts differing rows side by side; by default those rows that are most alike.</summary>
    public TSelf Keyed(params IReadOnlyList<string> columns) => With(Settings with { Key = columns });

    /// <summary>Takes a column's values from a generator of FsCheck's: <c>.Column((Order o) => o.Region, Gen.Elements("EU", "US"))</c>.</summary>
    public TSelf Column<TRow, TValue>(Expression<Func<TRow, TValue>> column, Gen<TValue> values) where TRow : class => With(Settings with { Rules = Settings.Rules.Column(column, values) });

    /// <summary>Takes whole rows from a generator; one of Bogus is <c>Gen.Fresh(() => faker.Generate())</c>.</summary>
    public TSelf Rows<TRow>(Gen<TRow> rows) where TRow : class => With(Settings with { Rules = Settings.Rules.Rows(rows) });

    /// <summary>How many rows each table of a generated case has; by default up to some fifteen.</summary>
    public TSelf Sized(int least, int most) => With(Settings with { Rules = Settings.Rules.Sized(least, most) });

    /// <summary>Keeps only rows that satisfy a condition; too many discarded rows are refused.</summary>
    public TSelf Where<TRow>(Func<TRow, bool> condition) where TRow : class => With(Settings with { Rules = Settings.Rules.Where(condition) });

    /// <summary>No two rows of a case agree in these columns: <c>.Unique((Order o) => new { o.Shop, o.Number })</c>; primary keys are unique anyway.</summary>
    public TSelf Unique<TRow>(Expression<Func<TRow, object?>> columns) where TRow : class => With(Settings with { Rules = Settings.Rules.Unique(columns) });

    /// <summary>How far two values of a result column may differ and still be equal: <c>.Tolerating(r => r.Share, Tolerance.Absolute(0.001m))</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="column"/> is not a property of the result.</exception>
    public TSelf Tolerating<TValue>(Expression<Func<TResult, TValue>> column, Tolerance tolerance) => Tolerating(Members.One(column), tolerance);

    /// <summary>The same by the column's name, as reports head it.</summary>
    public TSelf Tolerating(string column, Tolerance tolerance) =>
        With(Settings with { Tolerances = new Dictionary<string, Tolerance>(Settings.Tolerances) { [column] = tolerance } });

    /// <summary>
    /// Stores a case that fails, shrunk, as a small readable file under <c>folder/query/</c>, and runs all that are stored there first, in every run and on every engine.
    /// </summary>
    /// <param name="folder">The folder of all queries' counterexamples, relative to the source file that calls this.</param>
    /// <param name="callerFile">Compiler's.</param>
    public TSelf Counterexamples(string folder, [CallerFilePath] string callerFile = "") => With(Settings with { Folder = Path.Combine(Path.GetDirectoryName(callerFile) ?? "", folder) });

    /// <summary>A situation that generated cases need not reach, though a proof would ask for it. It is an error where they do reach it.</summary>
    /// <param name="situation">Its name, from the report.</param>
    /// <param name="reason">Why they need not: <c>amounts are whole in this feed</c>.</param>
    public TSelf Waive(string situation, string reason) => string.IsNullOrWhiteSpace(reason) ? throw new ArgumentException($"Say why '{situation}' need not be reached.", nameof(reason))
        : With(Settings with { Waivers = [.. Settings.Waivers, new(situation, reason)] });

    /// <summary>A situation of the query that no case can reach, from the report of its coverage. It is an error where one does.</summary>
    /// <param name="goal">Its name: <c>session_starts: PreviousTime IS NULL: unknown</c>.</param>
    /// <param name="reason">Why it is out of reach: <c>every event has a session</c>.</param>
    public TSelf CannotReach(string goal, string reason) => string.IsNullOrWhiteSpace(reason) ? throw new ArgumentException($"Say why '{goal}' is out of reach.", nameof(reason))
        : With(Settings with { OutOfReach = new Dictionary<string, string>(Settings.OutOfReach) { [goal] = reason } });

    /// <summary>Chooses cases for what they reach in the query: where a situation is missing, more cases are tried. Mutants and coverage do so anyway; it costs some statements more.</summary>
    public TSelf Steered() => With(Settings with { Steered = true });

    /// <summary>A foreign key that the mapping does not tell: <c>.Matches((Refund r) => r.OrderId, (Order o) => o.Id)</c>.</summary>
    public TSelf Matches<TChild, TParent>(Expression<Func<TChild, object?>> child, Expression<Func<TParent, object?>> parent) where TChild : class where TParent : class =>
        With(Settings with { Rules = Settings.Rules.Matches(child, parent) });

    /// <summary>What the given rows answer, as a bag: order means nothing, multiplicity counts.</summary>
    /// <exception cref="ProofFailedException">The query answers something else on an engine; the message is the report.</exception>
    /// <exception cref="InvalidOperationException">No rows were given.</exception>
    public void ShouldReturn(IEnumerable<TResult> expected, [CallerArgumentExpression(nameof(expected))] string expectedCode = "")
    {
        if (Settings.Given is null)
            throw new InvalidOperationException($"{Settings.Name}: say of which rows, by Given(…).ShouldReturn(…).");
        var rows = expected.ToList();
        State(new ReferenceClaim<TResult>(_ => rows) { Broken = "does not return what it should" }, $".ShouldReturn({expectedCode})").Check();
    }

    /// <summary>Every row of the result has a property.</summary>
    /// <param name="holds">The property.</param>
    /// <param name="holdsCode">Compiler's.</param>
    public StatedProperty<TResult> SatisfiesEach(Func<TResult, bool> holds, [CallerArgumentExpression(nameof(holds))] string holdsCode = "") =>
        State(new ResultClaim<TResult>($"has rows that do not satisfy {holdsCode}", (_, results) => results.Where(holds)), $".SatisfiesEach({holdsCode})");

    /// <summary>The answer does not depend on the physical order of rows. Every proof of a query that orders checks this for some of its cases; this one does for all.</summary>
    public StatedProperty<TResult> Determined() => State(OrderClaim.Of<TResult>(), ".Determined()");

    private protected abstract TSelf With(HarnessSettings settings);

    private protected StatedProperty<TResult> State(IClaim<TResult> claim, string claimCode) =>
        new(new(Settings, Tables, Query, claim, new HarnessCode($"Harness.For<{string.Join(", ", Tables.Append(typeof(TResult)).Select(CSharpText.TypeName))}>({Code})", Tables, claimCode)));
}
