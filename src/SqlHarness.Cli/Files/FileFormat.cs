namespace SqlHarness.Cli.Files;

/// <summary>A format of table files.</summary>
enum FileFormat
{
    /// <summary>CSV with a header; its columns are text.</summary>
    Csv,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
