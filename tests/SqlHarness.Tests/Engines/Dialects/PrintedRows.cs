using System.Data.Common;
using System.Globalization;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Dialects.Translation;

namespace SqlHarness.Tests.Engines.Dialects;

/// <summary>Rows as sorted lines of text: what a printed statement returned, and what its reference did.</summary>
static class PrintedRows
{
    /// <summary>The rows of a statement, with the names of its columns as the first line.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Workspace workspace, string sql, Type result, ColumnNaming naming = ColumnNaming.AsDeclared)
    {
        var shape = ResultShape.Of(result, naming);
        var connection = await workspace.Connection.OpenDbConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Cell(Value(reader, i), shape.Types[i]))));
        return [string.Join(" | ", names), .. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>The rows of a reference, alike.</summary>
    public static IReadOnlyList<string> Of(System.Collections.IEnumerable rows, Type result, ColumnNaming naming = ColumnNaming.AsDeclared)
    {
        var shape = ResultShape.Of(result, naming);
        return [string.Join(" | ", shape.Names), .. rows.Cast<object>().Select(r => string.Join(" | ", shape.Read(r).Select((v, i) => Cell(v, shape.Types[i])))).Order(StringComparer.Ordinal)];
    }

    static object? Value(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetValue(column);

    // SQLite keeps times as microseconds, truth values as 0 and 1, decimals as millionths.
    static string Cell(object? value, Type type) => (value, Type.GetTypeCode(type)) switch
    {
        (null, _) => "NULL",
        (DateTime time, _) => ((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        (bool truth, _) => truth ? "1" : "0",
        (long scaled, TypeCode.Decimal) => (scaled / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture),
        (decimal number, _) => number.ToString("0.######", CultureInfo.InvariantCulture),
        (double or float, _) => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        (string text, _) => $"'{text}'",
        (Guid guid, _) => $"'{guid:D}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
