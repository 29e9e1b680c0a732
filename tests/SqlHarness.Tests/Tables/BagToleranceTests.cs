using FsCheck;
using FsCheck.Fluent;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Tables;

/// <summary>Bags under tolerances: which rows are matched, and what a difference shows.</summary>
public class BagToleranceTests
{
    sealed record Row(int Id, decimal? Amount, string? Name = null);

    static readonly Dictionary<string, Tolerance> Cents = new() { ["Amount"] = Tolerance.Absolute(0.01m) };

    static readonly Dictionary<string, Tolerance> One = new() { ["Value"] = Tolerance.Absolute(1) };

    static BagDifference Compared<T>(IEnumerable<T> expected, IEnumerable<T> actual, Dictionary<string, Tolerance> tolerances, params string[] key)
    {
        var difference = Bag.Compare(expected, actual, key, tolerances);
        Bag.Same(expected, actual, tolerances).ShouldBe(difference.IsEmpty);
        return difference;
    }

    [Fact]
    public void Values_within_the_tolerance_of_their_column_are_equal_and_counted()
    {
        var difference = Compared<Row>([new(1, 1.00m), new(2, 2m), new(3, null)], [new(3, null), new(1, 1.01m), new(2, 2m)], Cents);
        difference.IsEmpty.ShouldBeTrue();
        difference.RowsEqualByTolerance.ShouldBe(1);
        difference.EqualRows.Select(r => r[0]).ShouldBe([1, 2, 3]);
        Compared<Row>([new(1, 1.00m)], [new(1, 1.01m)], new() { ["Name"] = Tolerance.Trimmed }).Kinds.ShouldBe(["Amount differs"]);
        Compared<Row>([new(1, 1.00m)], [new(1, 1.02m)], Cents).Kinds.ShouldBe(["Amount differs"]);
        Compared<Row>([new(1, 1.00m)], [new(2, 1.01m)], Cents).Kinds.ShouldBe(["Id differs"]);
        Compared<Row>([new(1, null)], [new(1, 0m)], Cents).Kinds.ShouldBe(["Amount differs"]);
    }

    [Fact]
    public void Rows_give_up_their_equal_where_they_have_another()
    {
        // 2 equals both, 3 only 2: whoever takes the first or the exact equal leaves 1 or 3 alone.
        Compared<int>([2, 1], [2, 3], One).IsEmpty.ShouldBeTrue();
        Compared<int>([2, 3], [2, 1], One).IsEmpty.ShouldBeTrue();
        Compared<int>([1, 2, 2], [2, 3, 5], One).Kinds.ShouldBe(["extra row", "missing row"]);
        Compared<int>([1, 2, 2], [2, 3, 5], One).EqualRows.Count.ShouldBe(2);
    }

    [Fact]
    public void A_long_chain_of_rows_moves_over()
    {
        // The order of rows is that of the hidden column, so that sorted sides are shifted against each other by one and only a chain of exchanges fits them.
        var near = Tolerance.Of<string>((x, y) => int.Parse(x[1..]) - int.Parse(y[1..]) is 0 or 1);
        var expected = Enumerable.Range(1, 200).Select(i => $"{(char)('a' + i * 7 % 26)}{i}").ToList();
        var actual = Enumerable.Range(0, 200).Select(i => $"{(char)('a' + i * 11 % 26)}{i}").Reverse().ToList();
        Compared(expected, actual, new() { ["Value"] = near }).IsEmpty.ShouldBeTrue();
        Compared(expected, [.. actual.Skip(1)], new() { ["Value"] = near }).Kinds.ShouldBe(["missing row"]);
    }

    [Fact]
    public void As_many_rows_are_matched_as_by_trying_all_ways()
    {
        var values = Gen.Choose(0, 6).ListOf(5).Select(l => l.ToList());
        var pairs = values.SelectMany(x => values.Select(y => (x, y)));
        var greedyFails = 0;
        foreach (var (expected, actual) in pairs.Sample(400, new Rnd(1, 3), 30))
        {
            var most = Most(expected, actual);
            Compared(expected, actual, One).EqualRows.Count.ShouldBe(most, $"{string.Join(' ', expected)} against {string.Join(' ', actual)}");
            greedyFails += Greedy(expected, actual) < most ? 1 : 0;
        }

        // Else any way of matching would do.
        greedyFails.ShouldBeGreaterThan(10);
    }

    static int Most(List<int> expected, List<int> actual) => expected.Count == 0 ? 0 : actual.Select((a, i) => (a, i)).Where(a => Math.Abs(a.a - expected[0]) <= 1)
        .Select(a => 1 + Most(expected[1..], [.. actual.Where((_, i) => i != a.i)])).Append(Most(expected[1..], actual)).Max();

    static int Greedy(List<int> expected, List<int> actual)
    {
        List<int> left = [.. actual];
        return expected.Count(e => left.FindIndex(a => Math.Abs(a - e) <= 1) is >= 0 and var i && left.Remove(left[i]));
    }

    [Fact]
    public void Only_cells_outside_their_tolerance_are_marked()
    {
        Row[] expected = [new(1, 1.00m, "a"), new(2, 5.00m, "b"), new(3, 5.00m, "c")], actual = [new(1, 1.01m, "x"), new(2, 5.01m, "b"), new(3, 5.02m, "c")];
        var text = Compared(expected, actual, Cents, "Id").ToString();
        text.ShouldBe("""
                       | Id | Amount | Name
              ---------+----+--------+-----
              expected |  1 |   1.00 | [a]
              actual   |  1 |   1.01 | [x]
              expected |  3 | [5.00] | c
              actual   |  3 | [5.02] | c
              equal    |  2 |   5.00 | b
              tolerated: Amount within 0.01; equal rows that need it: 1
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Rows_share_a_key_by_what_counts_of_it()
    {
        Row[] expected = [new(1, 1m, "a")], actual = [new(2, 2m, " a"), new(1, 1m, "b")];
        var difference = Compared(expected, actual, new() { ["Name"] = Tolerance.Trimmed }, "Name");
        difference.Rows.Single(r => r.Expected is not null).Actual![2].ShouldBe(" a");
        difference.Kinds.ShouldBe(["Amount differs", "Id differs", "extra row"]);
    }

    [Fact]
    public void A_tolerance_for_no_column_is_refused()
    {
        Row[] rows = [new(1, 1m)];
        string Refusal(string column, Tolerance tolerance)
        {
            var tolerances = new Dictionary<string, Tolerance> { [column] = tolerance };
            var message = Should.Throw<ArgumentException>(() => Bag.Compare(rows, rows, [], tolerances)).Message;
            Should.Throw<ArgumentException>(() => Bag.Same(rows, rows, tolerances)).Message.ShouldBe(message);
            return message;
        }

        Refusal("amonut", Tolerance.Absolute(1)).ShouldContain("No column amonut to be tolerant in, did you mean Amount? there are Id, Amount, Name.");
        Refusal("Name", Tolerance.Absolute(1)).ShouldContain("Column Name holds string, but the tolerance 'within 1' is for numbers.");
        Refusal("Amount", Tolerance.Of<double>((_, _) => true)).ShouldContain("Column Amount holds decimal?, but the tolerance 'by a rule of its own' is for double.");
    }
}
