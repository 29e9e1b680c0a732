using LinqToDB;

namespace SqlHarness.Engines.Loading;

/// <summary>What an engine's columns can hold of the contract's types.</summary>
/// <param name="IntegerDigits">The digits before a decimal's point that a column may declare.</param>
/// <param name="Scale">The digits after it.</param>
/// <param name="Time">The linq2db type that holds times in whole microseconds.</param>
/// <param name="KeepsText">Whether a declared database type keeps text as text.</param>
sealed record EngineLimits(int IntegerDigits, int Scale, DataType Time, Func<string, bool> KeepsText);
