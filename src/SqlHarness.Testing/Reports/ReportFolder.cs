using System.Security.Cryptography;
using System.Text;

namespace SqlHarness.Testing.Reports;

/// <summary>Writes failed proofs as JSON where the environment says so, for tools that cannot read the exceptions of a test run.</summary>
static class ReportFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "SQLHARNESS_REPORTS";

    public static void Write(ProofReport report)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        var json = report.ToJson();
        // Tests that run in parallel may fail under one name.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..8];
        File.WriteAllText(Path.Combine(folder, $"{CSharpText.Identifier(report.Property)}-{report.Engine}-{hash}.json"), json);
    }
}
