using SqlHarness.Cli.CommandLine;
using SqlHarness.Queries;
using SqlHarness.Sessions;

namespace SqlHarness.Cli.Port;

/// <summary>The registered queries of an assembly.</summary>
static class QueryAssembly
{
    /// <summary>All queries of an assembly file; of SqlHarness itself where none is named.</summary>
    /// <exception cref="BadInputException">The file cannot be loaded, or holds no query.</exception>
    public static IReadOnlyList<RegisteredQuery> Queries(string? file)
    {
        if (file is null)
            return RegisteredQuery.In(typeof(SessionQueries).Assembly);
        try
        {
            var queries = UserAssembly.Use(file, RegisteredQuery.In);
            return queries.Count > 0 ? queries : throw new BadInputException($"{file} holds no query: put [Query(\"name\")] on a public static method from IQueryables to an IQueryable.");
        }
        catch (QueryRegistrationException e)
        {
            throw new BadInputException($"{file}: {e.Message}", e);
        }
    }

    /// <summary>Those of the queries that are named; all where none is.</summary>
    /// <exception cref="BadInputException">There is none of a name; the message names the nearest.</exception>
    public static IReadOnlyList<RegisteredQuery> Named(IReadOnlyList<RegisteredQuery> all, IReadOnlyList<string> names) => names.Count == 0 ? all : [.. names.Distinct().Select(name => all.FirstOrDefault(q => q.Name == name)
        ?? throw new BadInputException($"There is no query {name}{(Tables.NearestName.Of(name, all.Select(q => q.Name)) is { } near ? $"; {near} is probably meant" : $"; there are {string.Join(", ", all)}")}."))];
}
