using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Joins;

/// <summary>A join is made on another column of the same type.</summary>
sealed class JoinKeyReplacement : MutationOperator
{
    // Entities may have dozens of columns of one type.
    const int Most = 2;

    public override string Code => "JKR";

    public override IEnumerable<Change> Of(MutatedLevel level) => JoinSides.Of(level).SelectMany(JoinSides.Parts).Where(JoinSides.IsKey).Cast<SqlPredicate.ExprExpr>()
        .SelectMany(key => new[] { key.Expr1, key.Expr2 }.Where(MutatedLevel.IsColumn).SelectMany(column => Others(level, column).Select(other =>
            level.Replace(level.SiteOf(key), new(Substitution.Of(key, [column], other), $"a row with {level.Text(column)} and {level.Text(other)} different")))));

    static IEnumerable<ISqlExpression> Others(MutatedLevel level, ISqlExpression column) => JoinSides.Columns(MutatedLevel.SourceOf(column))
        .Where(c => ElementKey.Of(c) != ElementKey.Of(column) && BaseColumns.TypeOf(c) == BaseColumns.TypeOf(column)).Take(Most);
}
