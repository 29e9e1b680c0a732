using LinqToDB;
using LinqToDB.DataProvider;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Mapping;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>linq2db asks for a text; ours was printed before.</summary>
sealed class NoSqlBuilder : BasicSqlBuilder
{
    public NoSqlBuilder(IDataProvider provider, MappingSchema schema, DataOptions options, ISqlOptimizer optimizer, SqlProviderFlags flags) : base(provider, schema, options, optimizer, flags) { }

    protected override ISqlBuilder CreateSqlBuilder() => this;

    protected override void BuildSql() => StringBuilder.Append("-- printed");
}
