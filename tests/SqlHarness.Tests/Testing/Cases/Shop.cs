using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>The tables that cases are generated for in tests, and how they are loaded.</summary>
static class Shop
{
    public static readonly Type[] Entities = [typeof(Order), typeof(Refund), typeof(Price)];

    public static readonly MappingSchema Mapping = Schema();

    public static readonly InputTables Tables = InputTables.Of(Mapping, Entities);

    public static CaseConstant Constant<TRow>(object value, string column) => new(value, [new BaseColumn(typeof(TRow), column)]);

    public static CaseConstant Constant(object value) => new(value, []);

    /// <summary>Rows of a table of a case.</summary>
    public static IReadOnlyList<T> Of<T>(this InputCase rows, int table = 0) => [.. rows.Tables[table].Cast<T>()];

    /// <summary>Loads all cases' rows of one table; an engine refuses what the mapping does not allow.</summary>
    public static int Load<T>(Workspace workspace, IReadOnlyList<InputCase> cases, int table) where T : class => workspace.Load(cases.SelectMany(c => c.Of<T>(table)), $"t{table}").Count();

    static MappingSchema Schema()
    {
        using var workspace = EmbeddedEngines.Named("sqlite").Open();
        return workspace.Connection.MappingSchema;
    }
}
