using System.Linq.Expressions;
using LinqToDB.Common;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Dialects.Translation;
using SqlHarness.Sessions;

namespace SqlHarness.Tests.Engines.Dialects;

/// <summary>Printing is quick where linq2db keeps its compiler of delegates where we look, and takes nobody's away.</summary>
public class InterpretedDelegatesTests
{
    [Fact]
    public void Linq2db_keeps_its_compiler_where_we_look() => InterpretedDelegates.IsKnown.ShouldBeTrue();

    [Fact]
    public void Anothers_compiler_stays_in_charge_of_what_is_not_printed()
    {
        var asked = 0;
        Compilation.SetExpressionCompiler(lambda =>
        {
            Interlocked.Increment(ref asked);
            return null;
        });
        Dialect.Named("duckdb").Print<UserEvent, UserEvent>(events => events.Where(e => e.UserId == 7)).ShouldContain("user_id = 7");
        var before = asked;
        Expression<Func<int, int>> twice = x => 2 * x;
        twice.CompileExpression()(4).ShouldBe(8);
        asked.ShouldBeGreaterThan(before);
    }
}
