namespace SqlHarness.Comparisons;

/// <summary>The kinds of rules there are.</summary>
static class ExplanationRules
{
    /// <summary>
    /// Those about the cells of one column, in the order in which one is preferred to another that covers as much: what says both sides' values; what changes a value's form and not what it says;
    /// what has one constant; what has less to say. One value for another stands before the constants that a single pair of values could have many of.
    /// </summary>
    public static IReadOnlyList<ColumnRule> OfColumns { get; } =
    [
        new NullRule(), new TextFormRule(), new SignRule(), new ConstantRule(isPair: true), new TimeOffsetRule(), new TimeCutRule(), new ShiftRule(), new NoiseRule(), new RoundingRule(),
        new OtherColumnRule(), new TextCutRule(), new ConstantRule(isPair: false),
    ];

    /// <summary>Those about rows: first what happened to them, then where they are.</summary>
    public static IReadOnlyList<RowRule> OfRows { get; } = [new OtherKeyRule(), new CopiesRule(), new TailRule(), new PartitionRule()];
}
