namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>Every small change of the library's own operators is noticed by comparing them with their references.
/// A class of its own, so that it runs beside the others.</summary>
public sealed class OperatorMutantTests
{
    public static TheoryData<string> Names => [.. OwnOperators.All.Select(q => q.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_mutant_that_changes_an_answer_is_killed(string name) => OwnQueryList.Of(name).Mutate().Share.ShouldBe(1);
}
