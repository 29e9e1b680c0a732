using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SqlHarness.Comparisons;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Comparisons.Fingerprints;

/// <summary>Which keys differ is read from four sums, if they are two at most; more never pass for all that differs.</summary>
public sealed class KeySyndromesTests
{
    [Property(MaxTest = 2000)]
    public Property Up_to_two_keys_are_found() => Prop.ForAll(Rows(0, 2).ToArbitrary(), differing =>
    {
        var keys = KeySyndromes.KeysOf(Sums(differing));
        keys.ShouldNotBeNull();
        keys.Order().ShouldBe(differing.Select(d => d.Key).Order());
    });

    [Property(MaxTest = 2000)]
    public Property More_than_two_never_pass_for_two() => Prop.ForAll(Rows(3, 6).ToArbitrary(), differing =>
    {
        var all = Sums(differing);
        var keys = KeySyndromes.KeysOf(all) ?? [];
        // The rows of the keys that were found are read: those of other keys than they are leave something.
        var read = differing.Where(d => keys.Contains(d.Key)).ToList();
        new KnownKeys(new(0, 10, 0, all), new(0, 10, 0, default), keys).AreAll([.. read.Select(d => new ReadRow(0, d.Form, d.Key, []))], [.. read.Select(d => new ReadRow(0, 0, d.Key, []))]).ShouldBeFalse();
    });

    [Fact]
    public void Keys_are_found_where_rows_stand_on_one_side_only_and_forms_are_negative()
    {
        var (left, right) = (KeySums.Of(-5, -7), KeySums.Of(11, 3));
        KeySyndromes.KeysOf(left - right)!.Order().ShouldBe([3, Modular.Prime - 7]);
    }

    static Gen<List<(long Key, long Form)>> Rows(int least, int most) =>
        from count in Gen.Choose(least, most)
        from random in Gen.Choose(0, int.MaxValue - 1).Select(seed => new Random(seed))
        let keys = Enumerable.Range(0, count).Select(_ => random.NextInt64(Modular.Prime)).ToList()
        where keys.Distinct().Count() == count
        select keys.Select(k => (k, random.NextInt64(1, Modular.Prime))).ToList();

    static KeySums Sums(List<(long Key, long Form)> rows) => rows.Aggregate(default(KeySums), (sums, row) => sums + KeySums.Of(row.Form, row.Key));
}
