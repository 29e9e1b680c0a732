using System.Globalization;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines;
using SqlHarness.Queries;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Port;

/// <summary>Values of queries' parameters, as they are typed: <c>least=100</c>.</summary>
static class ParameterValues
{
    /// <summary>The queries, each with those of the values that it has parameters for.</summary>
    /// <exception cref="BadInputException">No query has such a parameter, or the text is no value of its type.</exception>
    public static IReadOnlyList<RegisteredQuery> Apply(IReadOnlyList<RegisteredQuery> queries, IReadOnlyList<string> set)
    {
        var values = set.Select(Split).ToList();
        foreach (var (name, _) in values.Where(v => !queries.Any(q => q.Parameters.Any(p => p.Name == v.Name))))
        {
            var near = NearestName.Of(name, queries.SelectMany(q => q.Parameters).Select(p => p.Name));
            throw new BadInputException($"No query has a parameter {name}{(near is null ? "" : $"; {near} is probably meant")}.");
        }

        return [.. queries.Select(q => q.With(values.Where(v => q.Parameters.Any(p => p.Name == v.Name)).ToDictionary(v => v.Name, v => Parsed(q.Parameters.Single(p => p.Name == v.Name), v.Text))))];
    }

    static (string Name, string Text) Split(string set) => set.IndexOf('=', StringComparison.Ordinal) is > 0 and var i
        ? (set[..i], set[(i + 1)..]) : throw new BadInputException($"--set takes a parameter and its value, as least=100, but is '{set}'.");

    static object? Parsed(QueryParameter parameter, string text)
    {
        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        try
        {
            return type.IsEnum ? Enum.Parse(type, text, ignoreCase: true)
                : type == typeof(DateTime) ? UtcMicros.InQuery(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal))
                : type == typeof(TimeSpan) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
                : type == typeof(Guid) ? Guid.Parse(text)
                : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new BadInputException($"Parameter {parameter.Name} must be {(type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}" : $"a value of type {type.Name}")}, but is '{text}'.", e);
        }
    }
}
