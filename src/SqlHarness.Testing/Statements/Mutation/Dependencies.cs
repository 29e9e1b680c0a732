using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>
/// Functional dependencies on a level: which columns tell a row from all others, and which columns have one value wherever others have. From primary keys, groups, DISTINCT and
/// equalities of inner joins; rows that an outer join keeps count with NULL as a value, as PARTITION BY and GROUP BY count it.
/// </summary>
sealed class Dependencies(MutatedLevel level)
{
    SelectQuery Query => level.Query;

    /// <summary>Whether no two rows of the level agree in all of some columns: of its groups where it has some, else of the rows that it joins.</summary>
    public bool AreUnique(IEnumerable<ISqlExpression> columns)
    {
        var closure = Closure(columns);
        if (Aggregates.All(Query))
            return true;
        return Query.GroupBy.IsEmpty ? AreRowsUnique(closure) : Query.GroupBy.Items.TrueForAll(i => closure.Contains(ElementKey.Of(i)));
    }

    /// <summary>Whether no two rows that are grouped together agree in all of some columns.</summary>
    public bool TellApartInGroup(IEnumerable<ISqlExpression> columns) => AreRowsUnique(Closure([.. columns, .. Query.GroupBy.Items]));

    /// <summary>Whether an expression has one value wherever some columns have.</summary>
    public bool Determine(IEnumerable<ISqlExpression> columns, ISqlExpression expression)
    {
        var closure = Closure(columns);
        return PartsDetermined(expression, closure);
    }

    bool AreRowsUnique(HashSet<string> closure) => Sources.Count > 0 && !HasApply && Sources.TrueForAll(s => KeysOf(s).Any(key => key.All(c => closure.Contains(ElementKey.Of(c)))));

    List<ISqlTableSource> Sources => [.. Query.From.Tables.SelectMany(Levels.Sources)];

    bool HasApply => Query.From.Tables.SelectMany(Slot.Joins).Any(j => j.JoinType is JoinType.CrossApply or JoinType.OuterApply or JoinType.FullApply or JoinType.RightApply);

    bool Constant(ISqlExpression expression) => level.Statement.Value(expression) is not null;

    // A sum of determined columns is determined; of functions it is not known.
    bool PartsDetermined(ISqlExpression expression, HashSet<string> closure) => Constant(expression) || closure.Contains(ElementKey.Of(expression))
        || expression is SqlBinaryExpression binary && PartsDetermined(binary.Expr1, closure) && PartsDetermined(binary.Expr2, closure);

    HashSet<string> Closure(IEnumerable<ISqlExpression> columns)
    {
        HashSet<string> closure = new(columns.Select(ElementKey.Of), StringComparer.Ordinal);
        var (equal, sources) = (Equalities(), HasApply ? [] : Sources);
        for (var count = -1; count < closure.Count;)
        {
            count = closure.Count;
            foreach (var source in sources.Where(s => KeysOf(s).Any(key => key.All(c => closure.Contains(ElementKey.Of(c))))))
                closure.UnionWith(ColumnsOf(source).Select(ElementKey.Of));
            foreach (var (left, right) in equal)
            {
                if (Constant(right) || closure.Contains(ElementKey.Of(right)))
                    closure.Add(ElementKey.Of(left));
                if (Constant(left) || closure.Contains(ElementKey.Of(left)))
                    closure.Add(ElementKey.Of(right));
            }
        }

        return closure;
    }

    IReadOnlyList<(ISqlExpression, ISqlExpression)> Equalities() =>
    [
        .. Query.From.Tables.SelectMany(Slot.Joins).Where(j => j.JoinType == JoinType.Inner).Select(j => j.Condition).Append(Query.Where.SearchCondition)
            .Where(c => !c.IsOr || c.Predicates.Count == 1).SelectMany(c => c.Predicates).OfType<SqlPredicate.ExprExpr>()
            .Where(e => e.Operator == SqlPredicate.Operator.Equal).Select(e => (e.Expr1, e.Expr2)),
    ];

    /// <summary>Sets of a source's columns each of which tells its rows apart; an empty set where there is one row at most.</summary>
    IEnumerable<IReadOnlyList<ISqlExpression>> KeysOf(ISqlTableSource source) => source switch
    {
        SqlTable table => table.Fields.Where(f => f.IsPrimaryKey).ToList() is { Count: > 0 } key ? [key] : [],
        SelectQuery query => level.Statement.KeyOf(query) is { } key ? [[.. key.Select(i => query.Select.Columns[i])]] : [],
        SqlCteTable { Cte: { Body: { } body } cte } table => level.Statement.KeyOf(body) is { } key
            && key.Select(i => table.Fields.Find(f => i < cte.Fields.Count && ReferenceEquals(f.CteField, cte.Fields[i]))).ToList() is var fields && fields.TrueForAll(f => f is not null)
                ? [[.. fields.OfType<ISqlExpression>()]] : [],
        _ => [],
    };

    static IEnumerable<ISqlExpression> ColumnsOf(ISqlTableSource source) => source switch
    {
        SqlTable table => table.Fields,
        SelectQuery query => query.Select.Columns,
        SqlCteTable table => table.Fields,
        _ => [],
    };
}
