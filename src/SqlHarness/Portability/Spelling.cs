using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Portability;

/// <summary>How a dialect spells the portable functions: SQL templates with <c>{0}</c>, <c>{1}</c> for the arguments.</summary>
public abstract class Spelling
{
    /// <summary>The spellings of the engines that are embedded.</summary>
    internal static readonly Spelling[] BuiltIn = [new DuckDbSpelling(), new SqliteSpelling()];

    /// <summary>The linq2db configuration that selects this spelling.</summary>
    public abstract string Configuration { get; }

    /// <summary>See <see cref="Portable.ElapsedMicroseconds"/>.</summary>
    public abstract string ElapsedMicroseconds { get; }

    /// <summary>See <see cref="Portable.AddMicroseconds"/>.</summary>
    public abstract string AddMicroseconds { get; }

    /// <summary>See <see cref="Portable.CompareText"/>. Right where text compares by code point.</summary>
    public virtual string CompareText => "(CASE WHEN {0} < {1} THEN -1 WHEN {0} = {1} THEN 0 ELSE 1 END)";

    /// <summary>See <see cref="Portable.OrEndOfTime"/>.</summary>
    public abstract string OrEndOfTime { get; }

    /// <summary>See <see cref="Portable.Truncate"/>.</summary>
    public abstract string Truncate(CalendarUnit unit);

    internal static Spelling Of(MappingSchema schema)
    {
        var configurations = schema.ConfigurationList;
        return Array.Find(BuiltIn, s => configurations.Contains(s.Configuration))
            ?? throw new LinqToDBException(configurations.Any(c => c.StartsWith("SQLite", StringComparison.Ordinal))
                ? "SQLite with text dates cannot keep microseconds, so time operations are refused on it: use Engine.Sqlite(), which stores them as integers."
                : $"SqlHarness has no spelling of its portable functions for {configurations.FirstOrDefault() ?? "this connection"} yet.");
    }
}
