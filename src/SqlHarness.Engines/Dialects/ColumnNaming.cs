namespace SqlHarness.Engines.Dialects;

/// <summary>What a result's columns are called that are not named by <c>[Column("name")]</c>.</summary>
public enum ColumnNaming
{
    /// <summary>As the members of the result are: <c>SessionStart</c>.</summary>
    AsDeclared,

    /// <summary>In snake case: <c>session_start</c>.</summary>
    SnakeCase,
}
