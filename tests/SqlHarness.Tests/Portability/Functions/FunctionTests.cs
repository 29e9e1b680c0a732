using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability.Functions;

/// <summary>Each portable function in a query means what its body means in C#.</summary>
public class FunctionTests
{
    static readonly IReadOnlyList<FunctionRow> Rows = FunctionRow.All();

    public static TheoryData<string> Engines => EngineCases.Names;

    public static TheoryData<string> Functions => [.. Spelling.Functions.SelectMany(f => Spelling.Choices(f).Select(c => Said(f, c))).Distinct()];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_dialect_spells_every_function(string function) =>
        DialectNames.All.Where(dialect => !Spelling.In(dialect).Any(s => Said(s.Function, s.Choice) == function)).ShouldBeEmpty();

    [Fact]
    public void A_function_is_spelt_once_in_a_dialect()
    {
        foreach (var function in Spelling.Functions)
        {
            var spelt = function.GetCustomAttributes<SpelledAttribute>().SelectMany(a => a.Dialects.Select(d => (d, a.For))).ToList();
            spelt.Distinct().Count().ShouldBe(spelt.Count, function.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Functions_of_rows_are_what_they_are_in_CSharp(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load(Rows);
        FunctionCall.All.Count.ShouldBeGreaterThan(100);
        // An end of time is later than all that can be read; range joins compare with it.
        var differences = FunctionCall.All.Where(c => !c.Name.StartsWith(nameof(Portable.OrEndOfTime), StringComparison.Ordinal)).SelectMany(call => (IEnumerable<string>)Typed(nameof(Differences), call.Lambda.ReturnType).Invoke(null, [table, call])!).ToList();
        differences.ShouldBeEmpty(string.Join("\n", differences.Take(30)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Conditions_filter_as_they_do_in_CSharp(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load(Rows);
        var conditions = FunctionCall.All.Where(c => c.Lambda.ReturnType == typeof(bool)).ToList();
        conditions.Count.ShouldBe(9);
        foreach (var condition in conditions.Select(c => (Expression<Func<FunctionRow, bool>>)c.Lambda))
        {
            var not = Expression.Lambda<Func<FunctionRow, bool>>(Expression.Not(condition.Body), condition.Parameters);
            table.Where(condition).Select(r => r.Id).OrderBy(i => i).ToList().ShouldBe(Rows.Where(condition.Compile()).Select(r => r.Id), condition.ToString());
            table.Where(not).Select(r => r.Id).OrderBy(i => i).ToList().ShouldBe(Rows.Where(not.Compile()).Select(r => r.Id), not.ToString());
        }
    }

    [Fact]
    public void Digests_are_those_of_the_test_vector()
    {
        Portable.Md5("hello").ShouldBe("5d41402abc4b2a76b9719d911017c592");
        Portable.Md5Low48("hello").ShouldBe(173246365812114);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_surrogate_key_tells_apart_what_a_separator_would_not(string engine)
    {
        Portable.SurrogateKey("a:1", "b").ShouldNotBe(Portable.SurrogateKey("a", "1:b"));
        Portable.SurrogateKey(null, "a").ShouldNotBe(Portable.SurrogateKey("", "a"));
        Portable.SurrogateKey("-", "a").ShouldNotBe(Portable.SurrogateKey(null, "a"));
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load(Rows);
        table.OrderBy(r => r.Id).Select(r => Sql.AsSql(Portable.SurrogateKey(r.MaybeText, r.OtherMaybeText))).ToList()
            .ShouldBe(Rows.Select(r => Portable.SurrogateKey(r.MaybeText, r.OtherMaybeText)));
        table.OrderBy(r => r.Id).Select(r => Sql.AsSql(Portable.SurrogateKey(r.MaybeText, r.Text, r.OtherText, r.OtherMaybeText))).ToList()
            .ShouldBe(Rows.Select(r => Portable.SurrogateKey(r.MaybeText, r.Text, r.OtherText, r.OtherMaybeText)));
    }

    static IEnumerable<string> Differences<T>(ITable<FunctionRow> table, FunctionCall call)
    {
        var lambda = (Expression<Func<FunctionRow, T>>)call.Lambda;
        var onServer = Expression.Lambda<Func<FunctionRow, T>>(Expression.Call(typeof(Sql), nameof(Sql.AsSql), [typeof(T)], lambda.Body), lambda.Parameters);
        List<T> answers;
        try
        {
            answers = [.. table.OrderBy(r => r.Id).Select(onServer)];
        }
        catch (Exception e) when (e is not ShouldAssertException)
        {
            // An engine that refuses the text differs, too; the assertion says how.
            return [$"{call}: {e.Message.Split('\n')[0]}"];
        }

        var meaning = lambda.Compile();
        return Rows.Zip(answers).Where(p => !Same(meaning(p.First), p.Second)).Take(2).Select(p => $"{call}: {p.First} is {meaning(p.First)} in C#, but {p.Second}");
    }

    static bool Same<T>(T expected, T actual) => (expected, actual) switch
    {
        (double e, double a) => Math.Abs(e - a) <= 1e-9 * Math.Max(1, Math.Abs(e)),
        _ => EqualityComparer<T>.Default.Equals(expected, actual),
    };

    static MethodInfo Typed(string name, Type type) => typeof(FunctionTests).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    static string Said(MethodInfo function, object? choice) => $"{function.Name}({string.Join(", ", function.GetParameters().Select(p => p.ParameterType.Name))}) {choice}";
}
