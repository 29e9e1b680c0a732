using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.DataProvider.Translation;
using LinqToDB.Linq.Translation;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Operators;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>What makes operators of ours compose: named steps, operators inside lambdas, composite keys, options that are part of the SQL.</summary>
public class StepCanaries
{
    [Table("events")]
    sealed record Event
    {
        [Column] public required long Id { get; init; }
        [Column] public required string User { get; init; }
        [Column] public required DateTime Time { get; init; }
    }

    static IQueryable<Sessionized<Event, long?>> Sessionized(IQueryable<Event> events) => events.Sessionize(e => e.User, e => e.Time, e => e.Id);

    static IQueryable<int> SessionsOfEach(IQueryable<Event> events) =>
        events.Select(u => events.Where(e => e.User == u.User).Sessionize(e => e.User, e => e.Time, e => e.Id).Count(s => s.SessionId == u.Id));

    [Fact]
    public void A_query_on_a_connection_without_the_layer_says_what_to_call()
    {
        using var plain = Canary.Plain("duckdb");
        var sessionized = Sessionized(plain.GetTable<Event>());
        Should.Throw<LinqToDBException>(() => sessionized.ToList()).Message.ShouldContain("UseSqlHarness()");
        Should.Throw<LinqToDBException>(() => plain.GetTable<Event>().Where(e => sessionized.Any(s => s.SessionId == e.Id)).ToList()).Message.ShouldContain("UseSqlHarness()");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void An_operator_in_a_correlated_sub_query_is_expanded(string engine)
    {
        var rows = Enumerable.Range(1, 4).Select(i => new Event { Id = i, User = i < 4 ? "a" : "b", Time = Canary.Nine.AddMinutes(i * 29) }).ToList();
        using var plain = Canary.Plain(engine);
        var events = plain.With(rows);
        Should.Throw<LinqToDBException>(() => SessionsOfEach(events).ToList()).Message.ShouldContain("UseSqlHarness()");
        using var workspace = EngineCases.Named(engine).Open();
        SessionsOfEach(workspace.Load(rows)).ToList().Order().ShouldBe([0, 0, 1, 3]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void A_named_step_can_stand_in_a_correlated_sub_query(string engine)
    {
        using var plain = Canary.Plain(engine);
        var readings = plain.With(Canary.Readings);
        Should.Throw<LinqToDBException>(() => readings.Select(r => readings.Where(o => o.Id >= r.Id).AsCte("later").Count()).ToList()).Message.ShouldContain("not found");
        using var workspace = EngineCases.Named(engine).Open();
        var ours = workspace.Load(Canary.Readings);
        ours.Select(r => ours.Where(o => o.Id >= r.Id).AsStep("later").Count()).ToList().Order().ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Windows_take_composite_keys(string engine)
    {
        using var plain = Canary.Plain(engine);
        var readings = plain.With(Canary.Readings);
        Should.Throw<LinqToDBException>(() => readings.Select(r => Sql.Window.RowNumber(w => w.PartitionBy(new { r.Name, Ten = r.Value % 10 }).OrderBy(r.Id))).ToList());
        using var workspace = EngineCases.Named(engine).Open();
        workspace.Load(Canary.Readings).WithPrevious(r => new { r.Name, Ten = r.Value % 10 }, r => r.Id, r => (int?)r.Id)
            .Where(x => x.Previous != null).Select(x => x.Row.Id * 10 + x.Previous!.Value).ToList().ShouldBe([31]);
    }

    [Fact]
    public void Calling_the_layer_twice_changes_nothing()
    {
        var once = new DataOptions().UseDuckDB("DataSource=:memory:").UseSqlHarness();
        once.UseSqlHarness().ShouldBeSameAs(once);
    }

    [Fact]
    public void Text_dates_are_refused_by_name()
    {
        using var text = new DataConnection(new DataOptions().UseSQLite("Data Source=:memory:", LinqToDB.DataProvider.SQLite.SQLiteProvider.Microsoft).UseSqlHarness());
        Should.Throw<LinqToDBException>(() => Sessionized(text.GetTable<Event>()).ToSqlQuery()).Message.ShouldContain("Engine.Sqlite()");
    }

    static string Named(int id, CalendarUnit unit) => throw new ServerSideOnlyException(nameof(Named));

    /// <summary>Writes a captured unit into the SQL, and tells linq2db so or not.</summary>
    sealed class UnitTranslator(bool marks) : IMemberTranslator
    {
        public Expression? Translate(ITranslationContext context, Expression member, TranslationFlags flags)
        {
            if (member is not MethodCallExpression { Method.Name: nameof(Named) } call)
                return null;
            var unit = (CalendarUnit)context.Evaluate(call.Arguments[1])!;
            if (marks)
                context.MarkAsNonParameter(call.Arguments[1], unit);
            return context.CreatePlaceholder(context.CurrentSelectQuery, context.ExpressionFactory.Value(unit.ToString()), call);
        }
    }

    [Theory]
    [InlineData(false, "Second Second Second Second Second Second")]
    [InlineData(true, "Second Minute Hour Day Month Year")]
    public void A_captured_unit_that_is_not_marked_comes_from_the_cache(bool marks, string answers)
    {
        using var plain = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:").UseMemberTranslator(new UnitTranslator(marks)));
        var readings = plain.With(Canary.Readings[0]);
        string.Join(" ", Enum.GetValues<CalendarUnit>().Select(unit => readings.Select(r => Named(r.Id, unit)).Single())).ShouldBe(answers);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void A_captured_unit_of_ours_does_not_come_from_the_cache(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var time = new DateTime(1969, 3, 5, 7, 11, 13, DateTimeKind.Utc).AddMicroseconds(17);
        var table = workspace.Load([new Event { Id = 1, User = "u", Time = time }]);
        foreach (var unit in Enum.GetValues<CalendarUnit>())
            table.Select(e => Sql.AsSql(Portable.Truncate(e.Time, unit))).Single().ShouldBe(Portable.Truncate(time, unit), unit.ToString());
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Steps_in_a_variable_are_used_in_a_lambda(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var events = workspace.Load(Enumerable.Range(1, 4).Select(i => new Event { Id = i, User = i < 4 ? "a" : "b", Time = Canary.Nine.AddMinutes(i * 29) }));
        var steps = events.Where(e => e.Id > 1).AsStep("later");
        events.Where(e => steps.Any(s => s.Id == e.Id)).Select(e => e.Id).ToList().Order().ShouldBe([2, 3, 4]);
        var sessionized = events.Sessionize(e => e.User, e => e.Time, e => e.Id);
        events.Where(e => sessionized.Any(s => s.SessionId == e.Id)).Select(e => e.Id).ToList().Order().ShouldBe([1, 4]);
    }
}
