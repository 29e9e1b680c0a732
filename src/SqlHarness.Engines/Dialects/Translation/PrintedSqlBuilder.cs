using LinqToDB;
using LinqToDB.DataProvider;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Mapping;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects.Layout;
using SqlHarness.Engines.Dialects.Printing;
using SqlHarness.Engines.Servers;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>Has a statement that is run be the one that is printed. Beside queries there are the tables that a workspace makes and drops.</summary>
sealed class PrintedSqlBuilder(Server server, IDataProvider provider, MappingSchema schema, DataOptions options, ISqlOptimizer optimizer, SqlProviderFlags flags)
    : BasicSqlBuilder(provider, schema, options, optimizer, flags)
{
    Dialect Dialect => server.Dialect;

    protected override ISqlBuilder CreateSqlBuilder() => this;

    protected override void BuildSql() => StringBuilder.Append(Statement switch
    {
        SqlSelectStatement select => Query(select),
        SqlCreateTableStatement create => $"CREATE TABLE {Table(create.Table!.TableName)} ({string.Join(", ", create.Table.Fields.Select(Column))})",
        SqlDropTableStatement drop => $"DROP TABLE {Table(drop.Table!.TableName)}",
        _ => throw new EngineException($"{Dialect.Title} is reached by its text, which is printed for queries; a statement of kind {Statement.QueryType} is none."),
    });

    string Query(SqlSelectStatement select)
    {
        var context = OptimizationContext.EvaluationContext;
        var reduced = PrintConnection.Reduced(StatementCopy.Of(select), context, this.SqlOptimizer, DataOptions, MappingSchema);
        return DocWriter.Write(Dialect.Whole(new StatementPrinter(Dialect, reduced, context.ParameterValues, Table).Print()));
    }

    string Column(SqlField field) => $"{Dialect.Identifier(field.PhysicalName)} {server.ColumnType(field.Type, field.CanBeNull)}{(field.CanBeNull ? "" : " NOT NULL")}";

    string Table(SqlObjectName name) => Dialect.Table(name.Server, name.Database, name.Schema, name.Name);
}
