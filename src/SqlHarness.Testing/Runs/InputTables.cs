using System.Reflection;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Runs;

/// <summary>A case as tables of an engine, as a user would have them.</summary>
static class InputTables
{
    static readonly MethodInfo LoadMethod = new Func<Workspace, string?, IReadOnlyList<object>, CancellationToken, Task<IQueryable>>(LoadAsync<object>).Method.GetGenericMethodDefinition();

    /// <summary>Creates and loads the tables. Two of one entity type get names of their own.</summary>
    public static async Task<IReadOnlyList<IQueryable>> LoadAsync(Workspace workspace, IReadOnlyList<Type> types, InputCase input, CancellationToken cancellationToken)
    {
        List<IQueryable> tables = [];
        for (var i = 0; i < types.Count; i++)
        {
            var earlier = types.Take(i).Count(t => t == types[i]);
            var name = earlier == 0 ? null : $"{types[i].Name}_{earlier + 1}";
            tables.Add(await ((Task<IQueryable>)LoadMethod.MakeGenericMethod(types[i]).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [workspace, name, input.Tables[i], cancellationToken], null)!).ConfigureAwait(false));
        }

        return tables;
    }

    static async Task<IQueryable> LoadAsync<T>(Workspace workspace, string? name, IReadOnlyList<object> rows, CancellationToken cancellationToken) where T : class
    {
        var table = workspace.CreateTable<T>(name);
        await workspace.LoadAsync(table, rows.Cast<T>(), cancellationToken).ConfigureAwait(false);
        return table;
    }
}
