using SqlHarness.Testing.Cases;

namespace SqlHarness.Tests.Testing.Cases;

public class CaseBudgetTests
{
    [Theory]
    [InlineData("SQLHARNESS_CASES", "0")]
    [InlineData("SQLHARNESS_CASES", "many")]
    [InlineData("SQLHARNESS_SEED", "-1")]
    public void Unusable_variables_are_named(string variable, string value) =>
        Should.Throw<FormatException>(() => CaseBudget.From(v => v == variable ? value : null, 1000, 1)).Message.ShouldContain($"{variable} must be a whole number");

    [Fact]
    public void Variables_override_count_and_seed() =>
        CaseBudget.From(v => v == CaseBudget.CountVariable ? "12" : "34", 1000, 1).ShouldBe(new(12, 34));
}
