using System.Text;
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

    // The whole of it: what linq2db's own method does, it does for a statement whose set operations it writes apart.
    protected override void BuildSql(
        int commandNumber, SqlStatement statement, StringBuilder sb, OptimizationContext optimizationContext, int indent, ColumnAliasMode aliasMode, NullabilityContext? nullabilityContext) => sb.Append(statement switch
    {
        SqlSelectStatement select => Query(select, optimizationContext.EvaluationContext),
        SqlCreateTableStatement create => $"CREATE TABLE {Table(create.Table!.TableName)} ({string.Join(", ", create.Table.Fields.Select(Column))})",
        SqlDropTableStatement drop => $"DROP TABLE {Table(drop.Table!.TableName)}",
        _ => throw new EngineException($"{Dialect.Title} is reached by its text, which is printed for queries; a statement of kind {statement.QueryType} is none."),
    });

    string Query(SqlSelectStatement select, EvaluationContext context)
    {
        var reduced = PrintConnection.Reduced(StatementCopy.Of(select), context, SqlOptimizer, DataOptions, MappingSchema);
        return DocWriter.Write(Dialect.Whole(new StatementPrinter(Dialect, reduced, context.ParameterValues, Table).Print()));
    }

    string Column(SqlField field) => $"{Dialect.Identifier(field.PhysicalName)} {server.ColumnType(field.Type, field.CanBeNull)}{(field.CanBeNull ? "" : " NOT NULL")}";

    string Table(SqlObjectName name) => Dialect.Table(name.Server, name.Database, name.Schema, name.Name);
}
