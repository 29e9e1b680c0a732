using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>The columns of two sides: which are compared and as what, and in what the sides differ. A column whose type changed is compared by value, never left out.</summary>
public sealed class SchemaComparison
{
    SchemaComparison(IReadOnlyList<ComparedColumn> columns, IReadOnlyList<SchemaDifference> differences, IReadOnlyList<string> ignored, IReadOnlyList<ComparedColumn> ignoredPairs) =>
        (Columns, Differences, Ignored, IgnoredPairs) = (columns, differences, ignored, ignoredPairs);

    /// <summary>The columns of both sides, in the left one's order.</summary>
    public IReadOnlyList<ComparedColumn> Columns { get; }

    /// <summary>What differs: the left side's columns in order, then what the right one has beside them.</summary>
    public IReadOnlyList<SchemaDifference> Differences { get; }

    /// <summary>The columns that were left out because they were to be, by their name on the left where they stand there.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>Of these, what stands on both sides and could be compared: how many differences are not seen is counted.</summary>
    internal IReadOnlyList<ComparedColumn> IgnoredPairs { get; }

    /// <summary>Compares the columns of two sides. They belong together by stated renames, then by name, then by name in other case.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="renames">Names on the left with those on the right; none if null.</param>
    /// <param name="ignored">Columns that are left out, by a name of either side; none if null.</param>
    /// <exception cref="UnknownColumnException">A rename names no column; the message suggests the nearest.</exception>
    /// <exception cref="ComparisonException">There is no column in common, no column to ignore, a column in two renames, or two types cannot be compared; the message names them.</exception>
    public static SchemaComparison Of(ComparedTable left, ComparedTable right, IReadOnlyDictionary<string, string>? renames = null, IReadOnlyCollection<string>? ignored = null)
    {
        var pairs = Pairs(left, right, Stated(left, right, renames ?? new Dictionary<string, string>()));
        var without = (ignored ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (without.FirstOrDefault(name => left.Find(name) is null && right.Find(name) is null) is { } unknown)
            throw new ComparisonException($"Neither {left.Said} nor {right.Said} has a column {unknown} to ignore{(NearestName.Of(unknown, left.Columns.Concat(right.Columns).Select(c => c.Name)) is { } nearest ? $"; did you mean {nearest}?" : ".")}");
        var leftOut = pairs.Where(p => without.Contains(p.Left.Name) || without.Contains(p.Right.Name)).ToList();
        var columns = pairs.Except(leftOut)
            .Select(p => new ComparedColumn(p.Left, p.Right, Comparability.Of(p.Left.Type, p.Right.Type) ?? throw Incomparable(left, right, p.Left, p.Right))).ToList();
        if (columns.Count == 0)
            throw new ComparisonException($"{left.Said} and {right.Said} have no column in common to compare: {left.Said} has {Names(left)}; {right.Said} has {Names(right)}.");
        var missing = left.Columns.Where(c => pairs.TrueForAll(p => p.Left != c) && !without.Contains(c.Name)).ToList();
        var added = right.Columns.Where(c => pairs.TrueForAll(p => p.Right != c) && !without.Contains(c.Name)).ToList();
        return new(columns,
            [
                .. left.Columns.SelectMany(l => missing.Contains(l) ? [Missing(l, right.Said, added)] : columns.Where(c => c.Left == l).SelectMany(c => Changes(c, left, right))),
                .. added.Select(a => Added(a, left.Said, missing)),
            ],
            [
                .. leftOut.Select(p => p.Left.Name),
                .. left.Columns.Concat(right.Columns).Where(c => without.Contains(c.Name) && pairs.TrueForAll(p => p.Left != c && p.Right != c)).Select(c => c.Name).Distinct(),
            ],
            [.. leftOut.Select(p => (p.Left, p.Right, As: Comparability.Of(p.Left.Type, p.Right.Type))).Where(p => p.As is not null).Select(p => new ComparedColumn(p.Left, p.Right, p.As!.Value))]);
    }

    static List<(ColumnType Left, ColumnType Right)> Stated(ComparedTable left, ComparedTable right, IReadOnlyDictionary<string, string> renames)
    {
        var stated = renames.Select(r => (Left: left.Column(r.Key), Right: right.Column(r.Value))).ToList();
        var twice = stated.GroupBy(p => p.Left.Name).Concat(stated.GroupBy(p => p.Right.Name)).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? stated : throw new ComparisonException($"Column {twice.Key} is renamed twice.");
    }

    static List<(ColumnType Left, ColumnType Right)> Pairs(ComparedTable left, ComparedTable right, List<(ColumnType Left, ColumnType Right)> stated)
    {
        var pairs = new List<(ColumnType Left, ColumnType Right)>(stated);
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            foreach (var column in left.Columns.Where(l => pairs.TrueForAll(p => p.Left != l)))
            {
                if (right.Columns.FirstOrDefault(r => string.Equals(r.Name, column.Name, comparison) && pairs.TrueForAll(p => p.Right != r)) is { } same)
                    pairs.Add((column, same));
            }
        }

        return [.. left.Columns.SelectMany(l => pairs.Where(p => p.Left == l))];
    }

    static IEnumerable<SchemaDifference> Changes(ComparedColumn column, ComparedTable one, ComparedTable other)
    {
        var (left, right) = (column.Left, column.Right);
        if (left.Name != right.Name)
            yield return new(SchemaChange.Renamed, left.Name, left.Name, right.Name, "Compared under its two names.");
        var (declared, there) = (one.Declared.GetValueOrDefault(left.Name), other.Declared.GetValueOrDefault(right.Name));
        if ((declared is null) != (there is null) || left.Type != right.Type || Digits(left) != Digits(right))
            yield return new(SchemaChange.Type, left.Name, declared ?? TypeOf(left), there ?? TypeOf(right), $"Compared by value, as {Said(column)}.");
        if (left.IsNullable != right.IsNullable)
        {
            yield return new(SchemaChange.Nullability, left.Name, left.IsNullable ? "NULL" : "NOT NULL", right.IsNullable ? "NULL" : "NOT NULL",
                right.IsNullable ? "The right side may hold NULL where the left one cannot; a NULL there is a difference." : "The left side may hold NULL where the right one cannot; a NULL there is a difference.");
        }
    }

    static SchemaDifference Missing(ColumnType column, string other, IReadOnlyList<ColumnType> added) => Alone(SchemaChange.Missing, column, other, added) with { Left = TypeOf(column) };

    static SchemaDifference Added(ColumnType column, string other, IReadOnlyList<ColumnType> missing) => Alone(SchemaChange.Added, column, other, missing) with { Right = TypeOf(column) };

    static SchemaDifference Alone(SchemaChange change, ColumnType column, string other, IReadOnlyList<ColumnType> candidates)
    {
        var fitting = candidates.Where(c => Comparability.Of(column.Type, c.Type) is not null).Select(c => c.Name).ToList();
        var suggested = NearestName.Of(column.Name, fitting) ?? fitting.Find(f => NearestName.Of(f, [column.Name]) is not null);
        return new(change, column.Name, null, null, $"{other} has no such column; its values are not compared.{(suggested is null ? "" : $" It may be {suggested} there.")}") { Suggested = suggested };
    }

    static string TypeOf(ColumnType column) => column.DatabaseType ?? TypeText.Of(column.Type);

    // Of DECIMAL(18,2) what stands in parentheses; engines call the types themselves by different names.
    static string? Digits(ColumnType column) => column.Type == typeof(decimal) && column.DatabaseType?.IndexOf('(') is >= 0 and var at ? column.DatabaseType[at..].Replace(" ", "", StringComparison.Ordinal) : null;

    static string Said(ComparedColumn column) => column.As switch
    {
        ComparedAs.Text when WrittenText.IsIn(column) => $"{TypeText.Of(WrittenText.TypeOf(column))}, which each text is read as",
        ComparedAs.WholeNumber => "whole numbers",
        ComparedAs.DecimalNumber => "decimals",
        ComparedAs.FloatingPoint => "floating-point numbers, to which the other side's values are rounded",
        ComparedAs.Truth => "truth values",
        ComparedAs.Time => "times",
        ComparedAs.Date => "dates",
        ComparedAs.TimeOfDay => "times of day",
        ComparedAs.Duration => "durations",
        ComparedAs.Text => "texts",
        ComparedAs.Uuid => "UUIDs",
        _ => "bytes",
    };

    static ComparisonException Incomparable(ComparedTable left, ComparedTable right, ColumnType one, ColumnType other) =>
        new($"Column {one.Name} is {TypeOf(one)} in {left.Said} and {TypeOf(other)} in {right.Said}, which cannot be compared; ignore it, or cast it in a query.");

    static string Names(ComparedTable table) => string.Join(", ", table.Columns.Select(c => c.Name));
}
