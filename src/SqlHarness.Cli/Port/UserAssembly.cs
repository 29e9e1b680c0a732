using System.Reflection;
using System.Runtime.Loader;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Port;

/// <summary>An assembly of the user's, loaded beside the command.</summary>
static class UserAssembly
{
    /// <summary>Loads an assembly and takes something from it.</summary>
    /// <exception cref="BadInputException">The file cannot be loaded.</exception>
    public static T Use<T>(string file, Func<Assembly, T> take)
    {
        if (!File.Exists(file))
            throw new BadInputException($"There is no assembly {file}.");
        try
        {
            return take(Context.Load(Path.GetFullPath(file)));
        }
        catch (BadImageFormatException e)
        {
            throw new BadInputException($"{file} is no .NET assembly.", e);
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
