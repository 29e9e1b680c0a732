namespace SqlHarness.Testing.Reports;

/// <summary>States a counterexample again as a complete test.</summary>
interface IFactWriter
{
    /// <summary>The test, to be pasted into the class that the property was written in.</summary>
    /// <param name="property">The property's name.</param>
    /// <param name="found">Which case it was, as an identifier's end: <c>case_12_of_seed_7</c>.</param>
    /// <param name="rows">The rows of the smallest case.</param>
    /// <param name="rowType">Their type.</param>
    /// <param name="engine">The engine's name.</param>
    string Fact(string property, string found, IReadOnlyList<object> rows, Type rowType, string engine);
}
