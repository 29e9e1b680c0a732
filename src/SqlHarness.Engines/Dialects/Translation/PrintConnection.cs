using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Mapping;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects.Printing;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>A connection whose queries are printed on their way to an engine that is not there.</summary>
sealed class PrintConnection(Dialect dialect) : DataConnection(Prepared.GetOrAdd(dialect, Made))
{
    static readonly ConcurrentDictionary<Dialect, DataOptions> Prepared = new();

    static readonly MethodInfo Projection =
        new Func<IQueryable<object>, Expression<Func<object, object>>, IQueryable<object>>(Queryable.Select).Method.GetGenericMethodDefinition();

    IReadOnlyList<string> _names = [];
    Func<SqlObjectName, string> _table = _ => "";
    PrintedQuery? _printed;

    /// <summary>The steps of a query, and the query over them.</summary>
    public PrintedQuery Print(IQueryable query, ResultShape shape, Func<SqlObjectName, string> table)
    {
        (_names, _table) = (shape.Names, table);
        var columns = (IQueryable<object[]>)Projection.MakeGenericMethod(query.ElementType, typeof(object[])).Invoke(null, [query, shape.Projection])!;
        columns.ToSqlQuery(new SqlGenerationOptions { InlineParameters = true });
        return _printed!;
    }

    // A copy: linq2db keeps the text of a statement that comes back as it went, and never asks again.
    protected override SqlStatement ProcessQuery(SqlStatement statement, EvaluationContext context)
    {
        var copy = StatementCopy.Of(statement);
        var (optimizer, flags) = (DataProvider.GetSqlOptimizer(Options), DataProvider.SqlProviderFlags);
        var conversion = new OptimizationContext(context, Options, flags, MappingSchema, optimizer.CreateOptimizerVisitor(true), optimizer.CreateConvertVisitor(true),
            optimizer.CreateSqlExpressionFactory(MappingSchema, Options), flags.IsParameterOrderDependent, false, DataProvider.GetQueryParameterNormalizer);
        var converted = conversion.OptimizeAndConvertAll(copy, NullabilityContext.GetContext(copy.SelectQuery));
        var reduced = Reduced(converted, context, optimizer, Options, MappingSchema);
        _printed = new StatementPrinter(dialect, reduced, context.ParameterValues, _names, _table).Print();
        return new SqlSelectStatement();
    }

    /// <summary>What linq2db's own builder does last, condition by condition: C#'s comparison with NULL is spelt out. The statement is changed.</summary>
    public static SqlSelectStatement Reduced(SqlStatement statement, EvaluationContext context, ISqlOptimizer optimizer, DataOptions options, MappingSchema schema) =>
        (SqlSelectStatement)optimizer.CreateOptimizerVisitor(true).Optimize(
            context, NullabilityContext.GetContext(statement.SelectQuery), null, options, schema, statement, visitQueries: true, reducePredicates: true);

    static DataOptions Made(Dialect dialect) => new DataOptions()
        .UseConnection(DialectProvider.Of(dialect), new TextOnlyConnection())
        // A query is printed once.
        .UseDisableQueryCache(true)
        .UseMemberTranslator(OutputColumn.Translator)
        .UseSqlHarness()
        .UseInterceptor(PortableOnly.Instance);
}
