namespace SqlHarness.Tests.Comparisons;

/// <summary>Keeps what progress is told, at once and in order.</summary>
sealed class Told(List<string> told) : IProgress<string>
{
    public void Report(string value) => told.Add(value);
}
