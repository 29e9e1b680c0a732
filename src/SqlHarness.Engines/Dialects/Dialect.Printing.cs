using LinqToDB;
using LinqToDB.SqlQuery;
using SqlHarness.Engines.Dialects.Layout;
using SqlHarness.Engines.Dialects.Printing;
using SqlHarness.Engines.Dialects.Translation;
using SqlHarness.Queries;

namespace SqlHarness.Engines.Dialects;

/// <summary>Printing.</summary>
public abstract partial class Dialect
{
    /// <summary>A query over one table as SQL text, which ends without a semicolon or line break.</summary>
    /// <typeparam name="TRow">The rows of the table, as linq2db maps them.</typeparam>
    /// <typeparam name="TResult">The result's rows.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="options">How it is printed; as a SELECT, with columns called as declared, by default.</param>
    /// <exception cref="DialectException">The dialect cannot express the query; the message names the construct.</exception>
    public string Print<TRow, TResult>(Func<IQueryable<TRow>, IQueryable<TResult>> query, PrintOptions? options = null) where TRow : class =>
        Print(tables => query(tables.GetTable<TRow>()), options);

    /// <inheritdoc cref="Print{TRow, TResult}(Func{IQueryable{TRow}, IQueryable{TResult}}, PrintOptions)"/>
    public string Print<T1, T2, TResult>(Func<IQueryable<T1>, IQueryable<T2>, IQueryable<TResult>> query, PrintOptions? options = null) where T1 : class where T2 : class =>
        Print(tables => query(tables.GetTable<T1>(), tables.GetTable<T2>()), options);

    /// <inheritdoc cref="Print{TRow, TResult}(Func{IQueryable{TRow}, IQueryable{TResult}}, PrintOptions)"/>
    public string Print<T1, T2, T3, TResult>(Func<IQueryable<T1>, IQueryable<T2>, IQueryable<T3>, IQueryable<TResult>> query, PrintOptions? options = null)
        where T1 : class where T2 : class where T3 : class =>
        Print(tables => query(tables.GetTable<T1>(), tables.GetTable<T2>(), tables.GetTable<T3>()), options);

    /// <inheritdoc cref="Print{TRow, TResult}(Func{IQueryable{TRow}, IQueryable{TResult}}, PrintOptions)"/>
    public string Print<T1, T2, T3, T4, TResult>(Func<IQueryable<T1>, IQueryable<T2>, IQueryable<T3>, IQueryable<T4>, IQueryable<TResult>> query, PrintOptions? options = null)
        where T1 : class where T2 : class where T3 : class where T4 : class =>
        Print(tables => query(tables.GetTable<T1>(), tables.GetTable<T2>(), tables.GetTable<T3>(), tables.GetTable<T4>()), options);

    /// <summary>A registered query as SQL text.</summary>
    /// <inheritdoc cref="Print{TRow, TResult}(Func{IQueryable{TRow}, IQueryable{TResult}}, PrintOptions)"/>
    public string Print(RegisteredQuery query, PrintOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Print(tables => query.Over([.. query.Inputs.Select(i => Table(tables, i))]), options);
    }

    string Print(Func<IDataContext, IQueryable> query, PrintOptions? options)
    {
        options ??= new();
        try
        {
            using var connection = new PrintConnection(this);
            var printed = query(connection);
            var columns = ResultShape.Of(printed.ElementType, options.Naming);
            return DocWriter.Write(InForm(options.Form, InterpretedDelegates.In(() => connection.Print(printed, columns, TableNamer(options.Form)))));
        }
        catch (LinqToDBException e)
        {
            throw new DialectException(ResultShape.Unassigned(e.Message) ?? e.Message, e);
        }
    }

    Doc InForm(SqlForm form, PrintedQuery query) => form.Kind switch
    {
        SqlForm.Kinds.View when query.IsOrdered && !ViewsHaveOrder => throw new DialectException($"{Title} cannot express a view whose rows are ordered."),
        SqlForm.Kinds.View => CreateView(Qualified(form.Name!), query),
        SqlForm.Kinds.Table => CreateTable(Qualified(form.Name!), query),
        _ => Whole(query),
    };

    Func<SqlObjectName, string> TableNamer(SqlForm form) => form.Kind == SqlForm.Kinds.DbtModel
        ? name => name.Schema is null ? $"{{{{ ref('{name.Name}') }}}}" : $"{{{{ source('{name.Schema}', '{name.Name}') }}}}"
        : name => Table(name.Server, name.Database, name.Schema, name.Name);

    string Qualified(string name) => Table(name.Split('.'));

    static IQueryable Table(IDataContext tables, Type row) =>
        (IQueryable)new Func<IDataContext, ITable<object>>(DataExtensions.GetTable<object>).Method.GetGenericMethodDefinition().MakeGenericMethod(row).Invoke(null, [tables])!;
}
