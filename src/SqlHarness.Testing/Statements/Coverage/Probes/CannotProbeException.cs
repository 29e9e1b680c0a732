namespace SqlHarness.Testing.Statements.Coverage.Probes;

/// <summary>The situations of an operator cannot be counted; the message is a sentence that names the construct.</summary>
sealed class CannotProbeException(string message) : Exception(message);
