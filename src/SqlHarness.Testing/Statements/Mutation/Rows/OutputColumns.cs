using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Rows;

/// <summary>Two output columns of one type are swapped, or one shows NULL.</summary>
sealed class OutputColumns : MutationOperator
{
    public override string Code => "COL";

    public override IEnumerable<Change> Of(MutatedLevel level)
    {
        if (!level.IsResult)
            yield break;
        var columns = level.Query.Select.Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, type) = (columns[i], BaseColumns.TypeOf(columns[i].Expression));
            var other = columns.Skip(i + 1)
                .FirstOrDefault(c => type is not null && BaseColumns.TypeOf(c.Expression) == type && ElementKey.Of(c.Expression) != ElementKey.Of(column.Expression));
            var text = level.Text(column.Expression);
            if (other is not null)
            {
                var otherText = level.Text(other.Expression);
                yield return new($"{text}, {otherText}", $"{otherText}, {text}", $"a row with {text} and {otherText} different",
                    () => (column.Expression, other.Expression) = (other.Expression, column.Expression));
            }

            // What cannot be NULL is not read as if it could.
            if (type is not null && level.Statement.Value(column.Expression) is null && column.Expression is not SqlValue
                && column.Expression.CanBeNullable(NullabilityContext.GetContext(level.Query)))
            {
                yield return new(text, "NULL", $"a row with {text} not NULL", () => column.Expression = new SqlValue(QueryHelper.GetDbDataTypeWithoutSchema(column.Expression), null));
            }
        }
    }
}
