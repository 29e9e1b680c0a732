using System.Reflection;
using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Statements;

namespace SqlHarness.Testing.Runs;

/// <summary>A table that holds the rows of all cases, whatever its entity.</summary>
abstract class CaseTable
{
    /// <summary>The table as its entity sees it, without the case.</summary>
    public abstract IQueryable Rows { get; }

    /// <summary>The table's name.</summary>
    public abstract string Name { get; }

    /// <summary>Creates the table.</summary>
    public static CaseTable Create(Type entity, Workspace workspace, string name) =>
        (CaseTable)Activator.CreateInstance(
        typeof(Of<>).MakeGenericType(entity), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, [workspace, name], null)!;

    /// <summary>Adds the rows that cases have in the input of this place.</summary>
    public abstract Task LoadAsync(IReadOnlyList<(int Id, InputCase Case)> cases, int input, CancellationToken cancellationToken);

    /// <summary>Makes finding the rows of a case fast.</summary>
    public abstract Task IndexAsync(CancellationToken cancellationToken);

    /// <summary>Removes all rows.</summary>
    public abstract Task ClearAsync(CancellationToken cancellationToken);

    sealed class Of<T>(Workspace workspace, string name) : CaseTable where T : class
    {
        readonly ITable<T> _table = workspace.CreateTable<T>(name);

        public override IQueryable Rows => _table;

        public override string Name => _table.TableName;

        public override Task LoadAsync(IReadOnlyList<(int Id, InputCase Case)> cases, int input, CancellationToken cancellationToken) =>
            workspace.LoadAsync(_table, cases.SelectMany(c => c.Case.Tables[input].Select(row => (c.Id, (T)row))), CaseSchema.Column, cancellationToken);

        public override Task IndexAsync(CancellationToken cancellationToken) => workspace.IndexAsync(_table, CaseSchema.Column, cancellationToken);

        public override Task ClearAsync(CancellationToken cancellationToken) => workspace.ClearAsync(_table, cancellationToken);
    }
}
