using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>
/// The canaries show each trap of linq2db 6.5.1 that the layer exists for: the wrong answer of plain linq2db and the right one through us.
/// A canary that fails after an upgrade says what has become superfluous.
/// </summary>
static class Canary
{
    /// <summary>The rows that most canaries ask about: NULL between two ranks.</summary>
    public static readonly Reading[] Readings =
    [
        new() { Id = 1, Value = 10, Rank = 5, Name = "a", Time = Nine },
        new() { Id = 2, Value = 20, Rank = null, Name = "b", Time = Nine.AddMinutes(30) },
        new() { Id = 3, Value = 30, Rank = 7, Name = "a", Time = Nine.AddMinutes(40) },
    ];

    public static DateTime Nine => new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>A connection of plain linq2db.</summary>
    public static DataConnection Plain(string engine) => new(engine == "sqlite"
        ? new DataOptions().UseSQLite("Data Source=:memory:", SQLiteProvider.Microsoft)
        : new DataOptions().UseDuckDB("DataSource=:memory:"));

    public static ITable<T> With<T>(this DataConnection connection, params IEnumerable<T> rows) where T : class
    {
        var table = connection.CreateTable<T>();
        connection.BulkCopy(rows);
        return table;
    }

    /// <summary>The same question to plain linq2db and through us.</summary>
    public static (TAnswer Plain, TAnswer Ours) Ask<TRow, TAnswer>(string engine, IEnumerable<TRow> rows, Func<IQueryable<TRow>, TAnswer> question) where TRow : class
    {
        using var plain = Plain(engine);
        using var workspace = EngineCases.Named(engine).Open();
        return (question(plain.With(rows)), question(workspace.Load(rows)));
    }

    /// <summary>The ids of an answer as text, or <c>fails</c> where the query is not translated, or its SQL is refused.</summary>
    public static string Ids(Func<IEnumerable<int>> answer)
    {
        try
        {
            return string.Join(" ", answer());
        }
        catch (Exception e) when (e is LinqToDBException or DbException or ArgumentException)
        {
            return "fails";
        }
    }
}

[Table("readings")]
sealed record Reading
{
    [Column] public required int Id { get; init; }
    [Column] public required int Value { get; init; }
    [Column] public int? Rank { get; init; }
    [Column] public string Name { get; init; } = "";
    [Column] public string? Note { get; init; }
    [Column] public DateTime Time { get; init; }
    [Association(ThisKey = nameof(Name), OtherKey = nameof(Name))] public IEnumerable<Reading>? Namesakes { get; init; }
}
