using SqlHarness.Portability;
using System.Diagnostics;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>A connection on which each statement can be rewritten on its way to the engine, and on which the rows that come back are counted.</summary>
sealed class HarnessConnection(DataOptions options) : DataConnection(options.UseTracing(TraceLevel.Info, Traced))
{
    // One delegate for all connections: linq2db keys its cache of translated queries by it.
    static readonly Action<TraceInfo> Traced = Count;

    /// <summary>What to make of a statement; null for the statement as it is.</summary>
    public Rewriting? Rewrite { get; set; }

    /// <summary>Changes a statement before it is put into the engine's words and rewritten: plants a mutant. It gets a copy and the values of its parameters; null for none.</summary>
    public StatementChange? Mutate { get; set; }

    /// <summary>Is shown each statement before it is rewritten, with the values of its parameters.</summary>
    public StatementChange? Seen { get; set; }

    /// <summary>How many rows linq2db made from the last query that it has finished reading, also those that it dropped afterwards.</summary>
    public long? RowsRead { get; set; }

    // A copy also without a rewrite: linq2db keeps the text of a statement that comes back as it went, for every connection, and never asks again.
    protected override SqlStatement ProcessQuery(SqlStatement statement, EvaluationContext context)
    {
        var copy = StatementCopy.Of(base.ProcessQuery(statement, context));
        Seen?.Invoke(copy, context.ParameterValues);
        Mutate?.Invoke(copy, context.ParameterValues);
        return Rewrite is null ? copy : Rewrite(Converted(copy, context));
    }

    /// <summary>
    /// The statement in the engine's own words, as linq2db would convert it next. A rewrite must not come before: linq2db 6.5.1 chooses between NOT IN and NOT EXISTS, which
    /// differ where there are NULLs, by what it knows of a column's nullability, and a rewritten statement may let it know more.
    /// </summary>
    SqlStatement Converted(SqlStatement statement, EvaluationContext context)
    {
        var (optimizer, flags) = (DataProvider.GetSqlOptimizer(Options), DataProvider.SqlProviderFlags);
        var conversion = new OptimizationContext(context, Options, flags, MappingSchema, optimizer.CreateOptimizerVisitor(false), optimizer.CreateConvertVisitor(false),
            optimizer.CreateSqlExpressionFactory(MappingSchema, Options), flags.IsParameterOrderDependent, false, DataProvider.GetQueryParameterNormalizer);
        return StatementCopy.Repaired(conversion.OptimizeAndConvertAll(statement, NullabilityContext.GetContext(statement.SelectQuery)));
    }

    static void Count(TraceInfo trace)
    {
        if (trace is { TraceInfoStep: TraceInfoStep.Completed, Operation: TraceOperation.DisposeQuery, DataConnection: HarnessConnection connection })
            connection.RowsRead = trace.RecordsAffected;
    }
}
