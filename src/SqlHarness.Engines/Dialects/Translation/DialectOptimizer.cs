using LinqToDB.Internal.SqlProvider;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>linq2db's basic optimizer with <see cref="DialectConvertVisitor"/>.</summary>
sealed class DialectOptimizer(SqlProviderFlags flags, Dialect dialect) : BasicSqlOptimizer(flags)
{
    public override SqlExpressionConvertVisitor CreateConvertVisitor(bool allowModify) => new DialectConvertVisitor(allowModify, dialect);
}
