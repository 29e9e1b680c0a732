using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Mapping;
using SqlHarness.Engines.Servers;
using SqlHarness.Engines.Servers.Providers;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>A dialect's provider over a driver that linq2db does not know: the text that it prints is run.</summary>
sealed class RunningDialectProvider : DialectProvider
{
    static readonly ConcurrentDictionary<Dialect, RunningDialectProvider> Instances = new();

    readonly Server _server;

    RunningDialectProvider(Server server) : base(server.Dialect) => _server = server;

    /// <summary>The provider of a server's dialect; one, since linq2db translates each query anew for another.</summary>
    public static RunningDialectProvider Of(Server server) => Instances.GetOrAdd(server.Dialect, _ => new(server));

    public override ISqlBuilder CreateSqlBuilder(MappingSchema mappingSchema, DataOptions dataOptions) =>
        new PrintedSqlBuilder(_server, this, mappingSchema, dataOptions, GetSqlOptimizer(dataOptions), SqlProviderFlags);

    public override Expression GetReaderExpression(DbDataReader reader, int idx, Expression readerExpression, Type? toType) =>
        ServerReader.Of(reader, idx, toType) ?? base.GetReaderExpression(reader, idx, readerExpression, toType);
}
