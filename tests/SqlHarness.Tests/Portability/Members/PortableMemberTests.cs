using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines.Dialects;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability.Members;

/// <summary>Members of .NET that a portable function means: they answer as C# does, and are printed.</summary>
public class PortableMemberTests
{
    [Table("members")]
    sealed record Row
    {
        [Column, PrimaryKey] public long Id { get; init; }
        [Column] public required string Text { get; init; }
        [Column] public DateTime Time { get; init; }
        [Column] public DateTime? Maybe { get; init; }
        [Column] public long Whole { get; init; }
        [Column] public int Small { get; init; }
        [Column(Precision = 18, Scale = 6)] public decimal Exact { get; init; }
    }

    static readonly Row[] Rows =
    [
        new() { Id = 1, Text = "Spring", Time = new(2024, 2, 29, 23, 59, 58, DateTimeKind.Utc), Whole = -3, Small = -2, Exact = -2.5m },
        new() { Id = 2, Text = "spring é", Time = new DateTime(1969, 12, 31, 5, 6, 7, DateTimeKind.Utc).AddMicroseconds(123_456), Maybe = DateTime.UnixEpoch, Whole = 4, Small = 5, Exact = 2.345678m },
        new() { Id = 3, Text = "100%_", Time = DateTime.UnixEpoch, Maybe = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), Whole = 0, Exact = 0.5m },
    ];

    static readonly TimeSpan Length = TimeSpan.FromHours(25);
    static readonly double Captured = 1.5;

    static readonly Dictionary<string, Expression<Func<Row, object?>>> Members = new()
    {
        ["Contains"] = x => x.Text.Contains("pri") ? 1 : 0,
        ["Contains minds case"] = x => x.Text.Contains("SPRING") ? 1 : 0,
        ["Contains of what LIKE reads otherwise"] = x => x.Text.Contains("%_", StringComparison.Ordinal) ? 1 : 0,
        ["StartsWith"] = x => x.Text.StartsWith("Sp", StringComparison.Ordinal) ? 1 : 0,
        ["EndsWith"] = x => x.Text.EndsWith(" é", StringComparison.Ordinal) ? 1 : 0,
        ["Replace"] = x => x.Text.Replace("pri", "u"),
        ["Date"] = x => x.Time.Date,
        ["Year"] = x => x.Time.Year,
        ["Month"] = x => x.Time.Month,
        ["Day"] = x => x.Time.Day,
        ["Hour"] = x => x.Time.Hour,
        ["Minute"] = x => x.Time.Minute,
        ["Second"] = x => x.Time.Second,
        ["DayOfYear"] = x => x.Time.DayOfYear,
        ["the year of a date"] = x => x.Time.Date.Year,
        ["AddDays"] = x => x.Time.AddDays(1),
        ["AddHours of a variable"] = x => x.Time.AddHours(Captured),
        ["AddMinutes of a column"] = x => x.Time.AddMinutes(x.Whole),
        ["AddSeconds"] = x => x.Time.AddSeconds(-0.25),
        ["AddMilliseconds"] = x => x.Time.AddMilliseconds(2),
        ["AddMicroseconds"] = x => x.Time.AddMicroseconds(7),
        ["Add"] = x => x.Time.Add(Length),
        ["plus"] = x => x.Time + Length,
        ["minus"] = x => x.Time - Length,
        ["plus, where it can be NULL"] = x => x.Maybe + Length,
        ["Abs"] = x => Math.Abs(x.Whole),
        ["Abs of a decimal"] = x => Math.Abs(x.Exact),
        ["Floor"] = x => Math.Floor(x.Exact),
        ["Ceiling"] = x => Math.Ceiling(x.Exact),
        ["Round"] = x => Math.Round(x.Exact, MidpointRounding.AwayFromZero),
        ["Round to digits"] = x => Math.Round(x.Exact, 2, MidpointRounding.AwayFromZero),
        ["Max"] = x => Math.Max(x.Whole, x.Id),
        ["Max of integers"] = x => Math.Max(x.Small, 1),
        ["Min of integers"] = x => Math.Min(x.Small, 1),
        ["Abs of an integer"] = x => Math.Abs(x.Small),
        ["Min"] = x => Math.Min(x.Exact, 1m),
    };

    public static TheoryData<string, string> Cases => EngineCases.With(Members.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answers_as_CSharp_does(string engine, string member)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load(Rows);
        var asked = Members[member];
        var value = asked.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : asked.Body;
        var answers = Ask(table.OrderBy(x => x.Id), value, asked.Parameters[0]);
        answers.ShouldBe(Rows.Select(asked.Compile()));
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Conditions_are_those_of_CSharp(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load(Rows);
        Expression<Func<Row, bool>>[] conditions =
        [
            x => x.Text.Contains("SPRING"), x => !x.Text.StartsWith("sp", StringComparison.Ordinal), x => x.Time.Date == x.Time, x => x.Time.Year < 1970, x => x.Time + Length > x.Maybe,
            x => x.Time.AddDays(1) < x.Maybe, x => Math.Abs(x.Whole) == 3,
        ];
        foreach (var condition in conditions)
            table.Where(condition).Select(x => x.Id).ToList().Order().ShouldBe(Rows.Where(condition.Compile()).Select(x => x.Id), condition.ToString());
    }

    [Fact]
    public void Is_printed_as_the_portable_function()
    {
        foreach (var dialect in Dialect.All)
        {
            string Printed(Expression<Func<Row, bool>> condition) => dialect.Print<Row, Row>(rows => rows.Where(condition));
            Printed(x => x.Text.Contains("pr")).ShouldBe(Printed(x => Portable.Contains(x.Text, "pr")));
            Printed(x => x.Text.StartsWith("pr", StringComparison.Ordinal)).ShouldBe(Printed(x => Portable.StartsWith(x.Text, "pr")));
            Printed(x => x.Time.Date == x.Maybe).ShouldBe(Printed(x => Portable.Truncate(x.Time, CalendarUnit.Day) == x.Maybe));
            Printed(x => x.Time.AddDays(2) < x.Maybe).ShouldBe(Printed(x => Portable.AddMicroseconds(x.Time, 172_800_000_000) < x.Maybe));
        }
    }

    [Fact]
    public void What_has_no_portable_meaning_is_not_printed()
    {
        static string Refusal(Expression<Func<Row, bool>> condition) =>
            Should.Throw<DialectException>(() => Dialect.Named("bigquery").Print<Row, Row>(rows => rows.Where(condition))).Message;

        Refusal(x => x.Text.PadLeft(3) == "a").ShouldStartWith("string.PadLeft has no meaning that holds in every dialect");
        Refusal(x => Math.Sqrt(x.Id) > 2).ShouldStartWith("Math.Sqrt has no meaning");
        Refusal(x => Math.Round(x.Exact) > 2).ShouldStartWith("Math.Round has no meaning");
        Refusal(x => x.Time.AddMilliseconds(x.Id * 0.5) > x.Time).ShouldStartWith("DateTime.AddMilliseconds has no meaning");
        Refusal(x => (int)x.Exact == 2).ShouldContain("use Portable.Floor, Ceiling or Round");
        Refusal(x => Portable.Native(x.Text.ToUpper()) == "A").ShouldStartWith("string.ToUpper has no meaning");
        Refusal(x => Sql.Round(x.Exact, 1) == 2).ShouldStartWith("Sql.Round has no meaning");
        Refusal(x => x.Time.AddMonths(1) > x.Time).ShouldContain("Portable.AddMicroseconds");
    }

    [Fact]
    public void Scaled_decimals_are_neither_multiplied_nor_averaged_in_printed_sqlite()
    {
        var sqlite = Dialect.Named("sqlite");
        Should.Throw<DialectException>(() => sqlite.Print<Row, Row>(rows => rows.Where(x => x.Exact * 2m > 1m))).Message.ShouldContain("millionths");
        Should.Throw<DialectException>(() => sqlite.Print<Row, decimal>(rows => rows.GroupBy(x => x.Whole).Select(g => g.Average(x => x.Exact)))).Message.ShouldContain("millionths");
        Should.Throw<DialectException>(() => sqlite.Print<Row, Row>(rows => rows.Where(x => x.Exact > x.Whole))).Message.ShouldContain("millionths");
        sqlite.Print<Row, Row>(rows => rows.Where(x => x.Exact + 1m > 2m)).ShouldContain("1000000");
    }

    [Fact]
    public void A_result_that_is_not_all_set_is_refused_by_name() =>
        Should.Throw<DialectException>(() => Dialect.Named("duckdb").Print<Row, Row>(rows => rows.GroupBy(x => x.Whole).Select(g => new Row { Id = g.Key, Text = "a" })))
            .Message.ShouldStartWith("The query does not set Time of its result");

    static List<object?> Ask(IQueryable<Row> table, Expression value, ParameterExpression row)
    {
        var select = (IQueryable)typeof(Queryable).GetMethods().First(m => m.Name == nameof(Queryable.Select)).MakeGenericMethod(typeof(Row), value.Type)
            .Invoke(null, [table, Expression.Lambda(Expression.Call(typeof(Sql), nameof(Sql.AsSql), [value.Type], value), row)])!;
        return [.. select.Cast<object?>().ToList()];
    }
}
