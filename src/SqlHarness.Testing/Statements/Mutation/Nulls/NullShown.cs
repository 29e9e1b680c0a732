using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>A column shows a value from outside its domain in the place of NULL: whether anyone looks at NULL. Columns that are only handed on are left to the last level.</summary>
sealed class NullShown : MutationOperator
{
    public override string Code => "NLS";

    public override IEnumerable<Change> Of(MutatedLevel level) => level.Slots.Where(s => s.Clause == Clause.Select && (level.IsResult || !MutatedLevel.IsColumn(s.Root))).SelectMany(slot =>
    {
        var column = (ISqlExpression)slot.Root;
        if (level.Statement.Value(column) is not null || BaseColumns.TypeOf(column) is not { } type || Outside(type) is not { } value)
            return Array.Empty<Change>();
        // linq2db leaves its own node out where it takes a column for never NULL, and of a CTE's outer joins it does not know.
        var shown = Conditions.Either(QueryHelper.GetDbDataTypeWithoutSchema(column), column, new SqlValue(QueryHelper.GetDbDataTypeWithoutSchema(column), value));
        var equivalent = level.NeverNull(column) ? "it is never NULL" : null;
        return [new(level.Text(column), level.Text(shown), $"a row with {level.Text(column)} NULL", () => slot.Put(shown)) { Equivalent = equivalent }];
    });

    static object? Outside(Type type) => type switch
    {
        _ when type == typeof(string) => "~null~",
        _ when type == typeof(int) => -987654321,
        _ when type == typeof(long) => -987654321L,
        _ when type == typeof(short) => (short)-32001,
        _ when type == typeof(decimal) => -98765m,
        _ when type == typeof(double) => -98765d,
        _ when type == typeof(DateTime) => new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => null,
    };
}
