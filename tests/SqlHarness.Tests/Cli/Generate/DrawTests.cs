using SqlHarness.Cli.Generate;

namespace SqlHarness.Tests.Cli.Generate;

public class DrawTests
{
    const int Many = 100_000;

    // From the reference implementation, https://prng.di.unimi.it/splitmix64.c, which rosettacode.org lists for this seed.
    [Fact]
    public void Numbers_are_those_of_SplitMix64()
    {
        var draw = new Draw(1234567);
        Enumerable.Range(0, 5).Select(_ => draw.Next()).ShouldBe([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]);
    }

    [Fact]
    public void Waiting_times_are_exponential()
    {
        var (draw, twin) = (new Draw(1), new Draw(1));
        for (var i = 0; i < Many; i++)
            ((double)draw.Exponential(1_000_000_000)).ShouldBe(-1e9 * Math.Log(twin.Unit()), 1);
    }

    [Fact]
    public void Units_lie_above_0_and_are_even()
    {
        var draw = new Draw(1);
        var units = Enumerable.Range(0, Many).Select(_ => draw.Unit()).ToList();
        units.ShouldAllBe(u => u > 0 && u <= 1);
        units.Average().ShouldBe(0.5, 0.005);
        Enumerable.Range(0, Many).Count(_ => draw.Chance(0.01)).ShouldBeInRange(850, 1150);
    }

    [Fact]
    public void Numbers_stay_below_their_bound_and_reach_all_of_it()
    {
        var draw = new Draw(1);
        Enumerable.Range(0, Many).Select(_ => draw.Below(7)).Distinct().Order().ShouldBe([0, 1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void The_second_text_is_drawn_half_as_often_as_the_first()
    {
        var (draw, pool) = (new Draw(1), Pool.ByRank(["a", "b", "c", "a"]));
        var counts = Enumerable.Range(0, Many).CountBy(_ => pool.Pick(draw)).ToDictionary();
        pool.Count.ShouldBe(3);
        counts.Keys.Order().ShouldBe([(short)1, (short)2, (short)3]);
        ((double)counts[2] / counts[1]).ShouldBe(1.0 / 2, 0.02);
        ((double)counts[3] / counts[1]).ShouldBe(1.0 / 3, 0.02);
    }

    [Fact]
    public void A_pool_reads_its_texts_by_number() => Pool.ByRank(["a", "b's"]).Read("page").ShouldBe("(['a', 'b''s'])[page] AS page");
}
