using LinqToDB.Internal.DataProvider.SQLite;
using LinqToDB.Internal.SqlProvider;

namespace SqlHarness.Engines.Sqlite;

/// <summary>SQLite's optimizer with <see cref="MicrosConvertVisitor"/>.</summary>
sealed class MicrosOptimizer(SqlProviderFlags flags) : SQLiteSqlOptimizer(flags)
{
    public override SqlExpressionConvertVisitor CreateConvertVisitor(bool allowModify) => new MicrosConvertVisitor(allowModify);
}
