using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Statements.Reading;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>What criteria know of the level that an operator stands on.</summary>
/// <param name="level">The level.</param>
/// <param name="values">The values of the statement's parameters.</param>
sealed class Scope(StatementLevel level, IReadOnlyParameterValues? values)
{
    NullabilityContext _nullability = NullabilityContext.GetContext(level.Query);
    ISqlTableSource? _joined;

    public string Level => level.Name;

    public SelectQuery Query => level.Query;

    /// <summary>What stands for the row that a sub-query runs for: it parts groups and windows as keys do.</summary>
    public IReadOnlyList<ISqlExpression> Per { get; init; } = [];

    public CoverageGoal Goal(string place, string what) => new(level.Name, place, what);

    public string Text(IQueryElement element) => ElementText.Of(element, values);

    /// <summary>
    /// The same scope within the condition of a join, which sees its sides as they are before unmatched rows are filled up with NULL.
    /// </summary>
    public Scope Within(SqlJoinedTable join) =>
        new(level, values) { Per = Per, _nullability = _nullability.WithJoinSource(join.Table.Source), _joined = join.Table.Source };

    public bool CanBeNull(ISqlExpression expression) => _nullability.CanBeNull(expression) && !Known.IsSo(expression, level.Query, _joined);

    /// <summary>The values of a constant; none where it is none.</summary>
    public IReadOnlyList<object> Constants(ISqlExpression expression) => [.. Literals.ValuesOf(Literals.Bare(expression), values)];

    /// <summary>Whether an expression is a value that does not depend on a row.</summary>
    public static bool IsConstant(ISqlExpression expression) => Literals.Bare(expression) is SqlValue or SqlParameter;
}
