using SqlHarness.Queries;

namespace SqlHarness.Tests.Queries;

/// <summary>What a user may get wrong.</summary>
static class BrokenQueries
{
    [Query("broken")]
    public static int NoQuery(int rows) => rows;
}
