using System.Data.Common;
using System.Linq.Expressions;

namespace SqlHarness.Engines.Servers.Providers;

/// <summary>Reads what drivers give otherwise: times as UTC, guids from text.</summary>
static class ServerReader
{
    static readonly Expression<Func<DbDataReader, int, DateTime>> Time = (reader, index) => DateTime.SpecifyKind(reader.GetDateTime(index), DateTimeKind.Utc);
    static readonly Expression<Func<DbDataReader, int, Guid>> FromText = (reader, index) => Guid.Parse(reader.GetString(index));

    /// <summary>How a column is read; null for the provider's own way.</summary>
    public static Expression? Of(DbDataReader reader, int index, Type? type) =>
        type == typeof(DateTime) && reader.GetFieldType(index) == typeof(DateTime) ? Time
        : type == typeof(Guid) && reader.GetFieldType(index) == typeof(string) ? FromText
        : null;
}
