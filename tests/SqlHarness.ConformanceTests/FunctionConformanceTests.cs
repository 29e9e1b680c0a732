using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using SqlHarness.Engines.Dialects;
using SqlHarness.Portability;
using SqlHarness.Tests.Portability.Functions;

namespace SqlHarness.ConformanceTests;

/// <summary>Each portable function with every choice, over columns, with a constant and over another function's value, is on every engine what its body is in C#.</summary>
public class FunctionConformanceTests
{
    // So many in one statement, since one takes a while on some.
    const int Together = 16;

    static readonly IReadOnlyList<FunctionRow> Rows = FunctionRow.All(400);

    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_function_has_one_meaning(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var table = workspace.Load(Rows);
        // An end of time is later than all that can be read; range joins compare with it.
        var calls = FunctionCall.All.Where(c => !c.Name.StartsWith(nameof(Portable.OrEndOfTime), StringComparison.Ordinal)).ToList();
        calls.Count.ShouldBeGreaterThan(100);
        var differences = calls.GroupBy(c => c.Lambda.ReturnType).SelectMany(type => type.Chunk(Together).SelectMany(chunk =>
            (IEnumerable<string>)typeof(FunctionConformanceTests).GetMethod(nameof(Differences), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.Key).Invoke(null, [table, chunk])!)).ToList();
        differences.ShouldBeEmpty($"{differences.Count} functions on {engine}:\n{string.Join("\n", differences.Take(20))}");
    }

    static List<string> Differences<T>(IQueryable<FunctionRow> table, FunctionCall[] calls)
    {
        var row = calls[0].Lambda.Parameters[0];
        var values = Expression.Lambda<Func<FunctionRow, T[]>>(Expression.NewArrayInit(typeof(T), calls.Select(c => c.Lambda.Body)), row);
        try
        {
            var answers = table.OrderBy(r => r.Id).Select(values).ToList();
            return [.. calls.Select((call, i) => Difference((Func<FunctionRow, T>)call.Lambda.Compile(), call.Name, [.. answers.Select(a => a[i])])).OfType<string>()];
        }
        catch (Exception e) when (calls.Length > 1 && e is System.Data.Common.DbException or LinqToDBException or DialectException)
        {
            return [.. calls.SelectMany(c => Differences<T>(table, [c]))];
        }
        catch (Exception e) when (e is System.Data.Common.DbException or LinqToDBException or DialectException)
        {
            return [$"{calls[0].Name}: {e.Message.Split('\n')[0]}"];
        }
    }

    static string? Difference<T>(Func<FunctionRow, T> function, string name, T[] answers)
    {
        var wrong = Rows.Select((r, i) => (Row: r, Expected: function(r), Answer: answers[i])).Where(r => !Same(r.Expected, r.Answer)).ToList();
        return wrong.Count == 0 ? null : $"{name}: {wrong.Count} of {Rows.Count} rows, as {wrong[0].Expected?.ToString() ?? "NULL"}, but {wrong[0].Answer?.ToString() ?? "NULL"} for {wrong[0].Row}";
    }

    // Engines add and divide in another order of bits.
    static bool Same<T>(T expected, T answer) => expected is double one && answer is double other
        ? Math.Abs(one - other) <= 1e-12 * Math.Max(1, Math.Abs(one)) : EqualityComparer<T>.Default.Equals(expected, answer);
}
