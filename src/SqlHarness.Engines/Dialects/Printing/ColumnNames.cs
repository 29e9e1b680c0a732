using System.Text;
using System.Text.RegularExpressions;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Engines.Dialects.Printing;

/// <summary>
/// What the columns of a statement's queries are called. A column that only passes on another keeps its name; one that is computed, or whose name is taken, is called as the member that it
/// was made for.
/// The outermost query's names are given.
/// </summary>
sealed partial class ColumnNames
{
    readonly Dictionary<SelectQuery, string[]> _names = new(ReferenceEqualityComparer.Instance);

    // linq2db keeps what a step's columns were computed for at the step.
    readonly Dictionary<SqlColumn, string> _members = new(ReferenceEqualityComparer.Instance);

    /// <param name="statement">The statement.</param>
    /// <param name="rootNames">The names of the outermost query's columns, in their order.</param>
    public ColumnNames(SqlSelectStatement statement, string[] rootNames) : this(statement) => _names.Add(statement.SelectQuery, rootNames);

    /// <param name="statement">The statement, whose outermost query's names are made as all others are.</param>
    public ColumnNames(SqlSelectStatement statement)
    {
        foreach (var field in statement.With?.Clauses.SelectMany(c => c.Fields) ?? [])
        {
            if (field.Column is { } column)
                _members[column] = field.Name;
        }
    }

    public string Of(SqlColumn column) => In(column.Parent!)[column.Parent!.Select.Columns.IndexOf(column)];

    public string Of(SqlCteTableField field) => field.CteField?.Column is { } column ? Of(column) : throw new DialectException($"The column {field.Name} of a step is not known.");

    /// <summary>The names of a query's columns; the branches of a set operation have those of the first.</summary>
    public string[] In(SelectQuery query)
    {
        if (_names.TryGetValue(query, out var known))
            return known;
        var names = new string[query.Select.Columns.Count];
        // A recursive query meets itself, behind its first branch.
        _names.Add(query, names);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // Names that are passed on are known to the reader; a computed column gives way to them. Where two sources have one name, it stays with the first: MariaDB, which may merge a query in
        // FROM into the one around it, else takes the one for the other.
        foreach (var i in Enumerable.Range(0, names.Length).OrderBy(i => Source(query, query.Select.Columns[i].Expression)))
        {
            if (PassedOn(query.Select.Columns[i].Expression) is { } name && used.Add(name))
                names[i] = name;
        }

        // In ORDER BY, and with some engines anywhere, a computed column's name goes before that of a source's column.
        used.UnionWith(OfSources(query));
        for (var i = 0; i < names.Length; i++)
            names[i] ??= Unique(Computed(query.Select.Columns[i]), used);
        return names;
    }

    /// <summary>Whether a computed column is called as a column of a source is, so that the latter must say whose it is.</summary>
    public bool IsAmbiguous(SelectQuery query)
    {
        var (names, sources) = (In(query), OfSources(query).ToHashSet(StringComparer.OrdinalIgnoreCase));
        return Enumerable.Range(0, names.Length).Any(i => sources.Contains(names[i]) && PassedOn(Translation.OutputColumn.Value(query.Select.Columns[i].Expression)) != names[i]);
    }

    IEnumerable<string> OfSources(SelectQuery query) => SourceNames.In(query).SelectMany(source => source switch
    {
        SqlTable table => table.Fields.Select(f => f.PhysicalName),
        SqlCteTable { Cte.Body: { } body } => In(body),
        SelectQuery derived => In(derived),
        _ => [],
    }).Where(name => name is not null);

    /// <summary>Whether a column only passes on another.</summary>
    public static bool IsPassedOn(ISqlExpression expression) =>
        expression is SqlField or SqlCteTableField or SqlColumn || expression is SqlNullabilityExpression nullable && IsPassedOn(nullable.SqlExpression);

    static int Source(SelectQuery query, ISqlExpression expression) => expression switch
    {
        SqlNullabilityExpression nullable => Source(query, nullable.SqlExpression),
        SqlField { Table: { } table } => Place(query, table),
        SqlCteTableField { Table: { } table } => Place(query, table),
        SqlColumn { Parent: { } parent } => Place(query, parent),
        _ => int.MaxValue,
    };

    static int Place(SelectQuery query, ISqlTableSource source) => SourceNames.In(query).ToList().IndexOf(source) is >= 0 and var place ? place : int.MaxValue;

    string? PassedOn(ISqlExpression expression) => expression switch
    {
        SqlNullabilityExpression nullable => PassedOn(nullable.SqlExpression),
        SqlField field => field.PhysicalName,
        SqlCteTableField field => Of(field),
        SqlColumn column => Of(column),
        _ => null,
    };

    string Computed(SqlColumn column)
    {
        var alias = _members.TryGetValue(column, out var member) ? Numbered().Replace(member, "") : column.Alias;
        return string.IsNullOrEmpty(alias) || Anonymous().IsMatch(alias) ? Function(column.Expression) : SnakeCase(alias);
    }

    static string Function(ISqlExpression expression) => expression switch
    {
        SqlExtendedFunction function => function.FunctionName.ToLowerInvariant(),
        SqlFunction function => function.Name.ToLowerInvariant(),
        SqlNullabilityExpression nullable => Function(nullable.SqlExpression),
        SqlValue => "constant",
        _ => "computed",
    };

    static string Unique(string name, HashSet<string> used)
    {
        var unique = name;
        for (var i = 2; !used.Add(unique); i++)
            unique = $"{name}_{i}";
        return unique;
    }

    /// <summary><c>PreviousTime</c> as <c>previous_time</c>.</summary>
    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) && name[i - 1] != '_' || i + 1 < name.Length && char.IsLower(name[i + 1]) && name[i - 1] != '_'))
                snake.Append('_');
            snake.Append(char.IsLetterOrDigit(name[i]) ? char.ToLowerInvariant(name[i]) : '_');
        }

        return snake.ToString();
    }

    // linq2db numbers what it thinks is reserved.
    [GeneratedRegex("_[0-9]+$")]
    private static partial Regex Numbered();

    // linq2db's names for what has none.
    [GeneratedRegex("^(c|cond|item|value|is_empty|not_null)(_?[0-9]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Anonymous();
}
