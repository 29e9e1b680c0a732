namespace SqlHarness.Testing.Cases;

/// <summary>One input of a query among others.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Input">Its rows.</param>
sealed record Case(int Id, InputCase Input);
