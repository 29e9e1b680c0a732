using SqlHarness.Engines.Dialects;
using SqlHarness.Queries;
using SqlHarness.Sessions;

namespace SqlHarness.Tests.Engines.Dialects;

/// <summary>The SQL of our own queries, as a reviewer accepted it: SQLHARNESS_APPROVE=1 writes <c>fixtures/sql</c>, and the diff is reviewed.</summary>
public class ApprovedSqlTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "fixtures", "sql");
    static readonly IReadOnlyList<RegisteredQuery> Queries = RegisteredQuery.In(typeof(SessionQueries).Assembly);

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var query in Queries)
        {
            foreach (var dialect in Dialect.All)
                files.Add(query.Name, dialect.Name);
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_what_was_approved(string query, string dialect)
    {
        var file = Path.Combine(Folder, query, dialect + ".sql");
        var sql = Dialect.Named(dialect).Print(Queries.Single(q => q.Name == query)) + "\n";
        if (Environment.GetEnvironmentVariable("SQLHARNESS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, sql);
        }

        sql.ShouldBe(File.ReadAllText(file), $"the SQL of {query} for {dialect} differs from fixtures/sql; SQLHARNESS_APPROVE=1 dotnet test approves it");
    }

    [Fact]
    public void No_file_is_left_of_a_query_or_dialect_that_is_no_more()
    {
        var expected = Queries.SelectMany(q => Dialect.All.Select(d => Path.Combine(Folder, q.Name, d.Name + ".sql")));
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }
}
