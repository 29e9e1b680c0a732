using System.Reflection;
using SqlHarness.Engines;
using SqlHarness.Queries;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Conformance;

/// <summary>A query and what is claimed of it, to be asked of any engine: one query, one answer.</summary>
public abstract class ConformanceCase
{
    static readonly MethodInfo Typed = typeof(ConformanceCase).GetMethod(nameof(OfResult), BindingFlags.NonPublic | BindingFlags.Static)!;

    private protected ConformanceCase(string name) => Name = name;

    /// <summary>The query's name.</summary>
    public string Name { get; }

    /// <summary>A registered query against its reference.</summary>
    /// <exception cref="ArgumentException">It has no reference; the message names it.</exception>
    public static ConformanceCase Of(RegisteredQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.HasReference ? (ConformanceCase)Typed.MakeGenericMethod(query.Result).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [query], null)!
            : throw new ArgumentException($"Query {query.Name} has no reference to be held against: name the class that holds it, [Query(\"{query.Name}\", typeof(…))].", nameof(query));
    }

    /// <summary>Any property of a query; its engines are of no account.</summary>
    public static ConformanceCase Of<TResult>(StatedProperty<TResult> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return new ConformanceCase<TResult>(property.Plan);
    }

    /// <summary>Asks an engine: generated and stored cases in one statement, then a planted mistake, which must be noticed.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="settings">With how many cases, and how thoroughly.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ProofFailedException">The case itself proves nothing: no row, no boundary, or no planted mistake that is noticed.</exception>
    public abstract Task<ConformanceResult> RunAsync(Engine engine, ConformanceSettings? settings = null, CancellationToken cancellationToken = default);

    /// <summary>What it would send to an engine, without one.</summary>
    internal abstract Task<ConformanceCost> CostAsync(ConformanceSettings settings, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public override string ToString() => Name;

    static ConformanceCase<TResult> OfResult<TResult>(RegisteredQuery query) => new(new(
        new() { Name = query.Name }, query.Inputs, tables => (IQueryable<TResult>)query.Over(tables),
        new ReferenceClaim<TResult>(input => query.Reference([.. query.Inputs.Select((type, i) => Rows(type, input.Tables[i]))]).Cast<TResult>()),
        new HarnessCode($"Harness.For<{string.Join(", ", query.Inputs.Append(query.Result).Select(CSharpText.TypeName))}>({query.Code})", query.Inputs, $".Against({query.ReferenceCode})")));

    static Array Rows(Type type, IReadOnlyList<object> rows)
    {
        var typed = Array.CreateInstance(type, rows.Count);
        for (var i = 0; i < rows.Count; i++)
            typed.SetValue(rows[i], i);
        return typed;
    }
}
