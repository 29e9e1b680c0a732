using System.Reflection;
using System.Runtime.Loader;
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
        if (!File.Exists(file))
            throw new BadInputException($"There is no assembly {file}.");
        try
        {
            var queries = RegisteredQuery.In(Context.Load(Path.GetFullPath(file)));
            return queries.Count > 0 ? queries : throw new BadInputException($"{file} holds no query: put [Query(\"name\")] on a public static method from IQueryables to an IQueryable.");
        }
        catch (BadImageFormatException e)
        {
            throw new BadInputException($"{file} is no .NET assembly.", e);
        }
        catch (QueryRegistrationException e)
        {
            throw new BadInputException($"{file}: {e.Message}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or TypeLoadException or MissingMemberException or ReflectionTypeLoadException)
        {
            var cause = e is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : e;
            throw new BadInputException($"{file} does not load beside this version of SqlHarness: {cause.Message.Split('\n')[0].Trim().TrimEnd('.')}.", e);
        }
    }

    /// <summary>Finds an assembly's own dependencies beside it, and shares with the command what the command has: its attributes must be the same types.</summary>
    sealed class Context(string file) : AssemblyLoadContext(Path.GetFileName(file))
    {
        readonly AssemblyDependencyResolver _resolver = new(file);

        public static Assembly Load(string file) => new Context(file).LoadFromAssemblyPath(file);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Default.Assemblies.FirstOrDefault(a => a.GetName().Name == assemblyName.Name) is not null || assemblyName.Name is "linq2db" or "SqlHarness" or "SqlHarness.Engines" or "SqlHarness.Testing"
                ? null : _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
            _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
