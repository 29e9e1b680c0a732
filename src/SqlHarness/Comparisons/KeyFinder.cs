using System.Linq.Expressions;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Async;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>Finds the key of two sides: columns that are called as keys are, one or a few of them, unique on both sides and never NULL.</summary>
static partial class KeyFinder
{
    // Beyond so many there is no obvious one among their combinations, and each costs a scan of both sides.
    const int MostCandidates = 5;

    /// <summary>The key's columns by their names on the left; none if no set of candidates is unique.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(ComparedSide left, ComparedSide right, SchemaComparison schema, CancellationToken cancellationToken)
    {
        var candidates = schema.Columns.Where(c => IsKeyLike(c)).Take(MostCandidates).ToList();
        foreach (var set in Sets(candidates))
        {
            if (await IsUniqueAsync(left, isLeft: true, set, cancellationToken).ConfigureAwait(false) && await IsUniqueAsync(right, isLeft: false, set, cancellationToken).ConfigureAwait(false))
                return [.. set.Select(c => c.Name)];
        }

        return [];
    }

    // Small sets first, in the order of the columns.
    static IEnumerable<List<ComparedColumn>> Sets(List<ComparedColumn> candidates) => Enumerable.Range(1, (1 << candidates.Count) - 1).OrderBy(bits => int.PopCount(bits)).ThenBy(bits => bits)
        .Where(bits => int.PopCount(bits) <= 3).Select(bits => candidates.Where((_, i) => (bits >> i & 1) == 1).ToList());

    static bool IsKeyLike(ComparedColumn column) => !WrittenText.IsIn(column) && (column.As is ComparedAs.Uuid || column.As is ComparedAs.WholeNumber or ComparedAs.Text or ComparedAs.DecimalNumber && Name().IsMatch(column.Name));

    static Task<bool> IsUniqueAsync(ComparedSide side, bool isLeft, List<ComparedColumn> columns, CancellationToken cancellationToken)
    {
        var tree = new CellTree([.. columns.Select(CommonForm.TypeOf)]);
        return Generic.Call<Task<bool>>(new Func<ComparedSide, bool, List<ComparedColumn>, CellTree, CancellationToken, Task<bool>>(IsUniqueInAsync<object>), null, tree.Type, side, isLeft, columns, tree, cancellationToken);
    }

    static async Task<bool> IsUniqueInAsync<TCells>(ComparedSide side, bool isLeft, List<ComparedColumn> columns, CellTree tree, CancellationToken cancellationToken)
    {
        var rows = side.Rows<TCells>([.. columns.Select(c => ((isLeft ? c.Left : c.Right).Name, (Func<Expression, Expression>)(cell => CommonForm.Of(c, cell))))]).AsStep("key_rows");
        var row = Expression.Parameter(typeof(SideRow<TCells>), "row");
        var isNull = columns.Select((c, i) => tree.Cell(Expression.Property(row, nameof(SideRow<>.Cells)), i)).Select(cell => (Expression)Expression.Equal(cell, Expression.Constant(null, cell.Type))).Aggregate(Expression.OrElse);
        if (await rows.AnyAsync(Expression.Lambda<Func<SideRow<TCells>, bool>>(isNull, row), cancellationToken).ConfigureAwait(false))
            return false;
        return !await rows.GroupBy(r => r.Cells).Select(g => new CountedKey<TCells> { Key = g.Key, Lefts = g.Count(), Rights = 0 }).Where(g => g.Lefts > 1).AnyAsync(cancellationToken).ConfigureAwait(false);
    }

    [GeneratedRegex("(^|_|[a-z])(id|Id|ID|key|Key|KEY|uuid|guid|number|Number|no|nr|code|Code|pk)$|^(ID|KEY|CODE)$|_(ID|KEY|CODE|NO|NR|UUID|PK)$")]
    private static partial Regex Name();
}
