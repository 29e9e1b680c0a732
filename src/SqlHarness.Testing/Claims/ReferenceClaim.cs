using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Claims;

/// <summary>A query answers what a plain C# function does; where the function throws (an overflow, a division by zero), the query has no answer either.</summary>
/// <param name="reference">The function, called once a case.</param>
sealed class ReferenceClaim<TResult>(Func<InputCase, IEnumerable<TResult>> reference) : IClaim<TResult>
{
    public string Broken { get; init; } = "differs from its reference";

    public Trial<TResult> Try(IReadOnlyList<Case> cases)
    {
        Dictionary<int, (List<TResult> Rows, Exception? Error)> known = [];
        return new() { Questions = [new(cases)], Expected = (one, _) => Of(one).Rows, HasNone = one => Of(one).Error };

        (List<TResult> Rows, Exception? Error) Of(Case one)
        {
            if (known.TryGetValue(one.Id, out var expected))
                return expected;
            try
            {
                return known[one.Id] = ([.. reference(one.Input) ?? throw new InvalidOperationException("it returns null in the place of rows")], null);
            }
            catch (Exception e)
            {
                // What a reference throws is its answer, and is reported if the query has another.
                return known[one.Id] = ([], e);
            }
        }
    }
}
