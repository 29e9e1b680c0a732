using SqlHarness.Testing.Coverage;

namespace SqlHarness.Tests.Testing.Coverage;

public class CoverageTextTests
{
    [Fact]
    public void Coverage_is_a_tree_in_which_what_is_missing_catches_the_eye()
    {
        Covered covered = new(
        [
            new(new("starts", "Previous IS NULL", "true"), [.. Enumerable.Range(0, 68)]),
                new(new("starts", "Previous IS NULL", "false"), [.. Enumerable.Range(0, 199)]), new(new("starts", "Previous IS NULL", "unknown"), []),
            new(new("starts", "Time > 1", "exactly"), [17, 18]), new(new("starts", "Time > 1", "and 1"), [9]),
            new(new("result", "a place with a name that is longer than what fits beside", "empty"), [.. Enumerable.Range(0, 200)]),
        ], [new("result, sub-query", "WHERE", "It cannot be.")], 200, 3);

        CoverageText.Of(covered).ShouldBe("""
            200 cases reach 5 of 6 situations.

            starts                4 of 5
              ! Previous IS NULL  true 34 %   false 99 %
                                  never: unknown
                Time > 1          exactly 1 % (case 17)   and 1 <1 % (case 9)

            result                1 of 1
                a place with a name that is longer than what fits beside
                                  empty 100 %

            Not measured
                result, sub-query, WHERE: It cannot be.
            """.ReplaceLineEndings("\n"));
    }
}
