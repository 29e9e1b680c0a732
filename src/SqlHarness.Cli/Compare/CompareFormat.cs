namespace SqlHarness.Cli.Compare;

/// <summary>How the answer of a comparison is written.</summary>
enum CompareFormat
{
    Table,
    Json,
    Junit,
    Markdown,
    Html,
}
