using LinqToDB;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>The tables that hold cases: which they are, and the list of all cases.</summary>
/// <param name="tables">The names of the tables that have the column <see cref="Column"/>.</param>
/// <param name="cases">The table with one row a case, also for cases without any row elsewhere.</param>
sealed class CaseSchema(IEnumerable<string> tables, SqlTable cases)
{
    /// <summary>The column that holds a row's case.</summary>
    public const string Column = "sqlharness_case";

    /// <summary>The name of the list of all cases.</summary>
    public const string CasesTable = "sqlharness_cases";

    /// <summary>The type of a case's number.</summary>
    public static readonly DbDataType Type = new(typeof(int), DataType.Int32);

    readonly HashSet<string> _tables = new(tables, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a table is one of those that hold cases.</summary>
    public bool Holds(SqlTable table) => _tables.Contains(table.TableName.Name);

    /// <summary>The column of a table's cases, added to the table.</summary>
    public static SqlField AddColumn(SqlTable table)
    {
        // linq2db uses one node for a table that both parts of a recursive CTE read.
        if (table.FindFieldByMemberName(Column) is { } known)
            return known;
        var field = new SqlField(Type, Column, canBeNull: false);
        table.Add(field);
        return field;
    }

    /// <summary>The schema of a connection's tables.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="tables">The names of the tables made under <see cref="AddToTable"/>.</param>
    /// <param name="cases">The list of all cases.</param>
    public static CaseSchema Of(IDataContext connection, IEnumerable<string> tables, ITable<CaseNumber> cases)
    {
        var table = SqlTable.Create<CaseNumber>(connection);
        table.TableName = new(cases.TableName, cases.ServerName, cases.DatabaseName, cases.SchemaName);
        table.TableOptions = cases.TableOptions;
        return new(tables, table);
    }

    /// <summary>Has CREATE TABLE make a table that holds cases: with their column, the last, and without keys, since the rows of one case may have the keys of another's.</summary>
    public static SqlStatement AddToTable(SqlStatement statement)
    {
        if (statement is SqlCreateTableStatement create)
        {
            foreach (var field in create.Table.Fields)
                (field.IsPrimaryKey, field.IsIdentity) = (false, false);
            AddColumn(create.Table);
        }

        return statement;
    }

    /// <summary>The list of all cases as a source of its own, and its column.</summary>
    public (SqlTableSource Source, ISqlExpression Key) Cases()
    {
        var table = new SqlTable(cases) { TableOptions = cases.TableOptions };
        return (new SqlTableSource(table, null), table.Fields[0]);
    }
}
