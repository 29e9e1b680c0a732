using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Testing.Runs;

/// <summary>Runs the named steps of a query one after the other, on the only case that is loaded.</summary>
static class StepRunner
{
    static readonly MethodInfo Typed = typeof(StepRunner).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<IReadOnlyList<StepRows>> RunAsync(CaseWorkspace workspace, IQueryable query, CancellationToken cancellationToken)
    {
        List<StepRows> steps = [];
        foreach (var step in NamedStep.Of(query))
        {
            var row = step.Query.ElementType;
            try
            {
                var rows = (Task<IReadOnlyList<object>>)Typed.MakeGenericMethod(row).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [workspace, step.Query, cancellationToken], null)!;
                steps.Add(new(step.Name, row, await rows.ConfigureAwait(false), null));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A step that is no query by itself says so in the report; the proof has failed already.
                steps.Add(new(step.Name, row, [], e.Message.ReplaceLineEndings("\n").Split('\n')[0]));
            }
        }

        return steps;
    }

    static async Task<IReadOnlyList<object>> RowsAsync<T>(CaseWorkspace workspace, IQueryable<T> query, CancellationToken cancellationToken) where T : notnull =>
        [.. (await workspace.RunAloneAsync(query, cancellationToken).ConfigureAwait(false)).Results.SelectMany(r => r).Cast<object>()];
}
