using FsCheck;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing;

/// <summary>A property of a query that takes a parameter, for values of that parameter that are generated too; made by <see cref="Harness.Over"/>.</summary>
public sealed class OverParameters<TParameter, TResult>
{
    const int MostAttempts = 50;

    readonly Gen<TParameter> _values;
    readonly Func<TParameter, StatedProperty<TResult>> _property;
    readonly string _name;
    readonly int _count;

    internal OverParameters(Gen<TParameter> values, Func<TParameter, StatedProperty<TResult>> property, string name, int count) => (_values, _property, _name, _count) = (values, property, name, count);

    /// <summary>How many values are drawn; three by default. Each is one statement an engine, and has its share of the cases.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None is asked for.</exception>
    public OverParameters<TParameter, TResult> Values(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(_values, _property, _name, count);
    }

    /// <summary>Checks the property for each value on every engine; what was proven for each.</summary>
    /// <exception cref="ProofFailedException">It does not hold for some value and case; the message is the report, and names the value.</exception>
    /// <exception cref="TimeoutException">The time limit passed before the cases were judged.</exception>
    public IReadOnlyList<Proven> Check() => CheckAsync().GetAwaiter().GetResult();

    /// <summary>The same, to be awaited and cancelled.</summary>
    public async Task<IReadOnlyList<Proven>> CheckAsync(CancellationToken cancellationToken = default)
    {
        List<Proven> proven = [];
        var values = Drawn();
        for (var i = 0; i < values.Count; i++)
        {
            var property = _property(values[i]);
            var (settings, value) = (property.Plan.Settings, CSharpText.Expression(values[i]));
            var budget = settings.Budget with { Count = Math.Max(1, settings.Budget.Count / values.Count) };
            var plan = property.Plan with { Settings = settings with { Name = $"{settings.Name} with {_name} = {value}", Budget = budget, Asked = settings.Budget.Count }, Code = property.Plan.Code.With($"var {_name} = {value};") };
            proven.AddRange(await new StatedProperty<TResult>(plan).CheckAsync(cancellationToken).ConfigureAwait(false));
        }

        return proven;
    }

    // Different ones, as far as the generator has them.
    List<TParameter> Drawn()
    {
        var first = new Draws(0, 0).From(_values);
        var draws = new Draws(_property(first).Plan.Settings.Budget.Seed, 0);
        List<TParameter> drawn = [];
        for (var attempt = 0; attempt < MostAttempts && drawn.Count < _count; attempt++)
        {
            var value = draws.From(_values);
            if (!drawn.Contains(value))
                drawn.Add(value);
        }

        return drawn;
    }
}
