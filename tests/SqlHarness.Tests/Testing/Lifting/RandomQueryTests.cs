using SqlHarness.Testing.Statements;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Any composition of operators, lifted, answers each case as it answers the case alone.</summary>
public sealed class RandomQueryTests
{
    const int Queries = 220;
    const int LeastCompared = 200;
    const int Cases = 20;

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Lifted_equals_one_by_one(string engine)
    {
        await using var tested = await Tested.OpenAsync(engine, Cases, seed: 5);
        List<string> refused = [];
        var (compared, withRows) = (0, 0);
        for (var seed = 0; seed < Queries; seed++)
        {
            var words = "";
            IQueryable<Cell> Query(IQueryable<Parent> p, IQueryable<Child> c)
            {
                var random = new RandomQuery(seed, p, c);
                var query = random.Compose();
                words = random.ToString();
                return query;
            }

            try
            {
                var (difference, rows, _) = await tested.CompareAsync(Query);
                difference.ShouldBeNull($"query {seed}: {words}");
                compared++;
                withRows += rows > 0 ? 1 : 0;
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                // What the engine cannot do alone either is no matter of the lift; and linq2db runs some compositions as several statements.
                if (e is CannotLiftException || await tested.FailsAloneAsync(Query))
                    refused.Add($"{seed} {words}: {e.GetType().Name}: {e.Message}");
                else
                    throw new InvalidOperationException($"query {seed} fails lifted but not alone: {words}", e);
            }
        }

        compared.ShouldBeGreaterThanOrEqualTo(LeastCompared, string.Join('\n', refused));
        withRows.ShouldBeGreaterThan(compared * 9 / 10, "most queries must return rows");
    }
}
