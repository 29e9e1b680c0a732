namespace SqlHarness.Engines.Dialects;

/// <summary>What a printed query is used as.</summary>
public sealed record SqlForm
{
    SqlForm(Kinds kind, string? name = null) => (Kind, Name) = (kind, name);

    internal enum Kinds
    {
        Select,
        View,
        Table,
        DbtModel,
    }

    /// <summary>The SELECT alone.</summary>
    public static SqlForm Select { get; } = new(Kinds.Select);

    /// <summary>The body of a dbt model: a table of the mapping becomes <c>{{ ref('table') }}</c>, one with a schema <c>{{ source('schema', 'table') }}</c>.</summary>
    public static SqlForm DbtModel { get; } = new(Kinds.DbtModel);

    internal Kinds Kind { get; }

    internal string? Name { get; }

    /// <summary>A statement that creates a view; an existing one is replaced only where <c>CREATE OR REPLACE</c> is said by hand.</summary>
    /// <param name="name">The view's name, with its schema if it has one: <c>analytics.sessions</c>.</param>
    public static SqlForm View(string name) => new(Kinds.View, Checked(name));

    /// <summary>A statement that creates a table of the result and fills it.</summary>
    /// <param name="name">The table's name, with its schema if it has one.</param>
    public static SqlForm Table(string name) => new(Kinds.Table, Checked(name));

    static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
