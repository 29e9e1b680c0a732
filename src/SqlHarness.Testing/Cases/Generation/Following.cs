namespace SqlHarness.Testing.Cases.Generation;

/// <summary>How the rows of a table follow each other in one case: from hardly, to a single chain in which each row comes some step after the last and shares its groups.</summary>
/// <param name="Follows">How many of a hundred rows follow an earlier one.</param>
/// <param name="Last">How many of these follow the last.</param>
/// <param name="Shares">How many of their values they share with it.</param>
sealed record Following(int Follows, int Last, int Shares)
{
    static readonly Following[] Kinds = [new(40, 50, 60), new(65, 65, 70), new(85, 80, 80), new(100, 100, 92)];

    public static Following Of(Draws draws) => draws.Of(Kinds);
}
