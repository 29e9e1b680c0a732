namespace SqlHarness.Tests.Testing.Cases.Stored;

/// <summary>An enum of flags without a name for none.</summary>
[Flags]
public enum Colours
{
    Red = 1,
    Blue = 2,
}
