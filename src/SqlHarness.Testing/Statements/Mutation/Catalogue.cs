using SqlHarness.Testing.Statements.Mutation.Choices;
using SqlHarness.Testing.Statements.Mutation.Constants;
using SqlHarness.Testing.Statements.Mutation.Groups;
using SqlHarness.Testing.Statements.Mutation.Joins;
using SqlHarness.Testing.Statements.Mutation.Limits;
using SqlHarness.Testing.Statements.Mutation.Nulls;
using SqlHarness.Testing.Statements.Mutation.Predicates;
using SqlHarness.Testing.Statements.Mutation.Rows;
using SqlHarness.Testing.Statements.Mutation.Times;
using SqlHarness.Testing.Statements.Mutation.Windowing;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>All operators. Of changes that are the same one the first operator's counts, so those with more to say come first.</summary>
/// <remarks>The codes are those of Tuya, Suárez-Cabal and de la Riva, "Mutating database queries" (2007), where they have one.</remarks>
static class Catalogue
{
    public static readonly IReadOnlyList<MutationOperator> Operators =
    [
        new JoinKind(), new JoinKeyRemoval(), new JoinKeyReplacement(), new RangeBound(), new FilterMove(),
        new Existence(), new NullTest(), new AggregateFilter(), new FilterRemoval(), new Relation(), new ConstantBoundary(), new ConstantReplacement(), new IntervalUnit(), new Connective(),
        new Negation(), new RangeEnds(), new Membership(), new TextSearch(),
        new NullIncluded(), new NullOther(), new NullSafety(), new Coalescing(), new NullIf(), new NullShown(),
        new AggregateFunction(), new AggregateDistinct(), new Counted(), new EmptySum(), new GroupKeys(),
        new Branches(), new Otherwise(), new Arithmetic(), new Sign(), new Absolute(), new Rounding(), new Cast(), new TruncationUnit(),
        new WindowFunction(), new WindowOffset(), new WindowKeys(), new WindowKeyAdded(), new WindowOrder(), new WindowTieBreaker(), new WindowFrame(), new WindowNulls(),
        new Distinctness(), new OutputColumns(), new SetOperations(), new RowOrder(), new TieBreaker(), new Limit(),
    ];
}
