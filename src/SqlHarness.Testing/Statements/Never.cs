using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>A condition that never holds, as text: linq2db folds its own FALSE with what the lift adds to a join, and an engine then compares each row of all cases with each.</summary>
static class Never
{
    /// <summary>The text.</summary>
    public const string Text = "1 = 0";

    /// <summary>The condition.</summary>
    public static ISqlPredicate Holds() => new SqlPredicate.Expr(new SqlExpression(new DbDataType(typeof(bool)), Text, Precedence.Comparison, SqlFlags.IsPure | SqlFlags.IsPredicate));
}
