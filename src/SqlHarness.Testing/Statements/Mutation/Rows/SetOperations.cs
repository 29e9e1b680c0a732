using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Rows;

/// <summary>UNION, INTERSECT and EXCEPT become each other, keep duplicates or drop them, lose a query, or have their sides swapped.</summary>
sealed class SetOperations : MutationOperator
{
    static readonly SetOperation[] Operations = [SetOperation.Union, SetOperation.UnionAll, SetOperation.Intersect, SetOperation.Except];

    public override string Code => "UNI";

    public override IEnumerable<Change> Of(MutatedLevel level)
    {
        var operators = level.Query.HasSetOperators ? level.Query.SetOperators : [];
        for (var i = 0; i < operators.Count; i++)
        {
            var (place, set) = (i, operators[i]);
            foreach (var operation in Operations.Where(o => o != set.Operation))
                yield return new(Word(set.Operation), Word(operation), Needs(set.Operation, operation), () => operators[place] = new(set.SelectQuery, operation));
            var text = $"{Word(set.Operation)} {level.Text(set.SelectQuery)}";
            yield return new(text, "nothing", set.Operation is SetOperation.Union or SetOperation.UnionAll ? "a row on the right alone" : "a row that the right side decides",
                () => operators.RemoveAt(place));
        }

        if (operators is [{ SelectQuery: var right } only] && SelectSwap.CanSwap(level.Query, right))
        {
            var (left, rightText) = ($"SELECT {level.Statement.Columns(level.Query)}", level.Text(right));
            if (only.Operation is SetOperation.Except or SetOperation.ExceptAll)
                yield return new($"{left} {Word(only.Operation)} {rightText}", $"{rightText} {Word(only.Operation)} {left}",
                    "a row on the right alone", () => SelectSwap.Swap(level.Query, right));
            yield return new($"{left} {Word(only.Operation)} {rightText}", rightText, "a row on the left alone", () =>
            {
                SelectSwap.Swap(level.Query, right);
                operators.Clear();
            });
        }
    }

    static string Needs(SetOperation was, SetOperation operation) => (was, operation) is (SetOperation.Union, SetOperation.UnionAll) or (SetOperation.UnionAll, SetOperation.Union)
        ? "a row that is there twice, on one side or on both" : "a row on one side alone, and one on both";

    static string Word(SetOperation operation) => operation switch
    {
        SetOperation.Union => "UNION",
        SetOperation.UnionAll => "UNION ALL",
        SetOperation.Except => "EXCEPT",
        SetOperation.ExceptAll => "EXCEPT ALL",
        SetOperation.Intersect => "INTERSECT",
        _ => "INTERSECT ALL",
    };
}
