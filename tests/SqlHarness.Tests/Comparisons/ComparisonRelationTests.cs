using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LinqToDB;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Tests.Comparisons.PeerTraps;
using static SqlHarness.Tests.Comparisons.PeerTraps.TrapTables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>What holds of all comparisons, whatever the tables: relations between one comparison and another.</summary>
public sealed class ComparisonRelationTests : IDisposable
{
    readonly Workspace _duckDb = Engine.DuckDb().Open(), _sqlite = Engine.Sqlite().Open();

    public void Dispose()
    {
        _duckDb.Dispose();
        _sqlite.Dispose();
    }

    [Property(MaxTest = 12)]
    public Property A_table_is_identical_to_itself_in_whatever_order() => Prop.ForAll((from rows in Tables from shuffled in Gen.Shuffle(rows.ToArray()) from key in Keys select (rows, shuffled, key)).ToArbitrary(), t =>
    {
        foreach (var workspace in new[] { _duckDb, _sqlite })
        {
            var found = Compare(t.rows, t.shuffled, new() { Key = t.key }, workspace);
            (found.Verdict, found.Rows.Identical, found.Examples.Count).ShouldBe((Verdict.Identical, t.rows.Count, 0));
        }
    });

    [Property(MaxTest = 12)]
    public Property The_other_way_round_is_the_mirror() => Prop.ForAll((from left in Tables from right in Near(left) from key in Keys select (left, right, key)).ToArbitrary(), t =>
    {
        var (there, back) = (Compare(t.left, t.right, new() { Key = t.key }), Compare(t.right, t.left, new() { Key = t.key }));
        Rows(back).ShouldBe((there.Rows.Identical, there.Rows.Modified, there.Rows.Removed, there.Rows.Added, there.Rows.NonUniqueKeys));
        back.Rows.Columns.ShouldBe(there.Rows.Columns.Select(c => c with { LeftNull = c.RightNull, RightNull = c.LeftNull }));
        back.Verdict.ShouldBe(there.Verdict);
    });

    [Property(MaxTest = 25)]
    public Property So_many_cells_changed_are_so_many_cells_reported() => Prop.ForAll((from rows in Unique from cells in Gen.ListOf(Gen.Zip(Gen.Choose(0, 99), Gen.Choose(0, 5))) select (rows, cells)).ToArbitrary(), t =>
    {
        var changed = t.rows.ToArray();
        HashSet<(long? Id, string Column)> planted = [];
        foreach (var (at, column) in t.cells.Where(_ => t.rows.Count > 0))
        {
            var name = Changes[column].Name;
            if (planted.Add((changed[at % changed.Length].Id, name)))
                changed[at % changed.Length] = Changes[column].Of(changed[at % changed.Length]);
        }

        foreach (var workspace in new[] { _duckDb, _sqlite })
        {
            var found = Compare(t.rows, changed, new() { Key = Key, Examples = 1000 }, workspace);
            var names = found.Columns.Select(c => c.Name).ToList();
            var reported = found.Examples.SelectMany(e => names.Where((_, i) => e.Differs[i]).Select(n => (Id: (long?)e.Cells[names.IndexOf(nameof(TrapRow.Id))], n)));
            reported.Order().ShouldBe(planted.Order());
            found.Rows.Columns.Sum(c => c.Unequal).ShouldBe(planted.Count);
            (found.Rows.Modified, found.Rows.Added, found.Rows.Removed).ShouldBe((planted.Select(p => p.Id).Distinct().Count(), 0, 0));
        }
    });

    [Property(MaxTest = 8)]
    public Property A_larger_tolerance_never_reports_more() => Prop.ForAll((from left in Unique from right in Near(left) from steps in Gen.Choose(0, 3) select (left, right, steps)).ToArbitrary(), t =>
    {
        ComparisonOptions Within(int steps) => new() { Key = Key, Tolerances = new Dictionary<string, Tolerance> { [nameof(TrapRow.Price)] = Tolerance.Absolute(steps * 0.01m), [nameof(TrapRow.Weight)] = Tolerance.Absolute(steps * 0.5m), [nameof(TrapRow.At)] = Tolerance.Within(TimeSpan.FromSeconds(steps)) } };
        var (small, large) = (Compare(t.left, t.right, Within(t.steps)).Rows, Compare(t.left, t.right, Within(t.steps + 1)).Rows);
        large.Modified.ShouldBeLessThanOrEqualTo(small.Modified);
        large.Added.ShouldBeLessThanOrEqualTo(small.Added);
        large.Removed.ShouldBeLessThanOrEqualTo(small.Removed);
        // Rows of a key that is not unique find other partners.
        if (small.NonUniqueKeys > 0)
            return;
        foreach (var (one, more) in small.Columns.Zip(large.Columns))
        {
            more.Unequal.ShouldBeLessThanOrEqualTo(one.Unequal);
            // What is no longer reported is listed as hidden.
            (more.Unequal + more.Hidden).ShouldBe(one.Unequal + one.Hidden);
        }
    });

    [Property(MaxTest = 8)]
    public Property The_parts_of_a_table_add_up_to_the_whole() => Prop.ForAll((from left in Tables from right in Near(left) select (left, right)).ToArbitrary(), t =>
    {
        // Of what divides, nothing moves to another part.
        var key = new[] { nameof(TrapRow.Other), nameof(TrapRow.Id) };
        var whole = Compare(t.left, t.right, new() { Key = key }).Rows;
        var parts = t.left.Concat(t.right).Select(r => r.Other).Distinct().Select(part => Compare([.. t.left.Where(r => r.Other == part)], [.. t.right.Where(r => r.Other == part)], new() { Key = key }).Rows).ToList();
        var sum = parts.Aggregate(new RowComparison(0, 0, 0, 0, 0, [.. whole.Columns.Select(_ => new ColumnCounts(0, 0, 0, 0, 0))]), (one, other) => one.And(other));
        Text(sum).ShouldBe(Text(whole));
    });

    [Property(MaxTest = 15)]
    public Property The_same_rows_on_both_sides_change_nothing_but_their_own_number() => Prop.ForAll((from left in Tables from right in Near(left) from more in Tables from key in Keys select (left, right, more, key)).ToArbitrary(), t =>
    {
        // With keys of their own.
        TrapRow[] same = [.. t.more.Select(r => r with { Id = (r.Id ?? 0) + 1000 })];
        var (without, with) = (Compare(t.left, t.right, new() { Key = t.key }).Rows, Compare([.. same, .. t.left], [.. t.right, .. same], new() { Key = t.key }).Rows);
        (with.Identical, with.Modified, with.Added, with.Removed).ShouldBe((without.Identical + same.Length, without.Modified, without.Added, without.Removed));
        with.Columns.ShouldBe(without.Columns.Select(c => c with { Equal = c.Equal + same.Length }));
    });

    [Property(MaxTest = 12)]
    public Property A_key_that_is_gone_is_of_one_side_and_never_changed() => Prop.ForAll((from rows in Unique.Where(r => r.Count > 0) from at in Gen.Choose(0, 99) from key in Keys.Where(k => k.Length > 0) select (rows, gone: rows[at % rows.Count], key)).ToArbitrary(), t =>
    {
        List<TrapRow> rest = [.. t.rows.Where(r => r != t.gone)];
        foreach (var workspace in new[] { _duckDb, _sqlite })
        {
            var found = Compare(t.rows, rest, new() { Key = t.key }, workspace);
            Rows(found).ShouldBe((rest.Count, 0, 0, 1, 0));
            var example = found.Examples.Single();
            (example.Change, example.Right).ShouldBe((RowChange.Removed, null));
            example.Left![0].ShouldBe(t.gone.Id);
            Rows(Compare(rest, t.rows, new() { Key = t.key }, workspace)).ShouldBe((rest.Count, 0, 1, 0, 0));
        }
    });

    [Property(MaxTest = 12)]
    public Property NULL_equals_NULL_and_no_value() => Prop.ForAll((from rows in Unique from column in Gen.Choose(0, 5) select (rows, column)).ToArbitrary(), t =>
    {
        var (name, _, none) = Changes[t.column];
        TrapRow[] nothing = [.. t.rows.Select(none)];
        Compare(nothing, nothing, new() { Key = Key }).Verdict.ShouldBe(Verdict.Identical);
        var values = t.rows.Count(r => typeof(TrapRow).GetProperty(name)!.GetValue(r) is not null);
        var counts = Compare(t.rows, nothing, new() { Key = Key }).Columns.Single(c => c.Name == name).Counts;
        (counts.Equal, counts.Different, counts.LeftNull, counts.RightNull).ShouldBe((t.rows.Count - values, 0, 0, values));
    });

    // The relations can fail: what compares sums alone breaks the third one, and what compares as sets the sixth.
    [Fact]
    public void A_comparer_of_sums_or_sets_would_break_them()
    {
        TrapRow one = new() { Id = 1, Number = 10 }, other = new() { Id = 2, Number = 20 };
        TrapRow[] left = [one, other], right = [one with { Number = 15 }, other with { Number = 15 }], twice = [one, other, other];
        left.Sum(r => r.Number).ShouldBe(right.Sum(r => r.Number));
        left.Except(twice).Concat(twice.Except(left)).ShouldBeEmpty();
        Rows(Compare(left, right, new() { Key = Key })).ShouldBe((0, 2, 0, 0, 0));
        Rows(Compare(left, twice, new() { Key = Key })).ShouldBe((2, 0, 1, 0, 1));
    }

    TableComparison Compare(IReadOnlyList<TrapRow> left, IReadOnlyList<TrapRow> right, ComparisonOptions options, Workspace? workspace = null)
    {
        workspace ??= _duckDb;
        var (l, r) = (workspace.Load(left, "l"), workspace.Load(right, "r"));
        try
        {
            return Comparison.OfAsync(ComparedSide.Of(workspace.Connection, l, "left"), ComparedSide.Of(workspace.Connection, r, "right"), options).GetAwaiter().GetResult();
        }
        finally
        {
            l.Drop();
            r.Drop();
        }
    }

    static string Text(RowComparison c) => $"{(c.Identical, c.Modified, c.Added, c.Removed, c.NonUniqueKeys)}\n{string.Join("\n", c.Columns)}";

    static readonly DateTime Noon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    // By column: a change that makes another value of any, and its NULL.
    static readonly (string Name, Func<TrapRow, TrapRow> Of, Func<TrapRow, TrapRow> None)[] Changes =
    [
        (nameof(TrapRow.Text), r => r with { Text = r.Text is null ? "" : r.Text + " " }, r => r with { Text = null }),
        (nameof(TrapRow.Other), r => r with { Other = r.Other is null ? "<null>" : null }, r => r with { Other = null }),
        (nameof(TrapRow.Number), r => r with { Number = r.Number is null ? 0 : r.Number - 1 }, r => r with { Number = null }),
        (nameof(TrapRow.Price), r => r with { Price = r.Price is null ? 0 : r.Price + 0.000001m }, r => r with { Price = null }),
        (nameof(TrapRow.Weight), r => r with { Weight = r.Weight is null ? 0 : Math.BitIncrement(r.Weight.Value) }, r => r with { Weight = null }),
        (nameof(TrapRow.At), r => r with { At = r.At is null ? DateTime.UnixEpoch : r.At.Value.AddMicroseconds(-1) }, r => r with { At = null }),
    ];

    static Gen<string[]> Keys { get; } = Gen.Elements<string[]>([], [nameof(TrapRow.Id)], [nameof(TrapRow.Id), nameof(TrapRow.Line)], [nameof(TrapRow.Text), nameof(TrapRow.Id)]);

    static Gen<TrapRow> Row { get; } =
        from id in Gen.Elements<long?>(1, 2, 3, 4, 5, null)
        from line in Gen.Elements<int?>(1, 2, null)
        from text in Gen.Elements("a", "a ", "A", "", "é", null)
        from other in Gen.Elements("north", "south", null)
        from number in Gen.Elements<long?>(0, 1, long.MaxValue, 9_007_199_254_740_993, null)
        from price in Gen.Elements<decimal?>(0m, 1m, 1.01m, 1.02m, -1m, null)
        from weight in Gen.Elements<double?>(0, -0.0, 0.5, 1, 1e20, null)
        from at in Gen.Elements<DateTime?>(Noon, Noon.AddSeconds(1), Noon.AddMicroseconds(1), null)
        select new TrapRow { Id = id, Line = line, Text = text, Other = other, Number = number, Price = price, Weight = weight, At = at };

    static Gen<IReadOnlyList<TrapRow>> Tables { get; } = Gen.ListOf(Row).Select(IReadOnlyList<TrapRow> (rows) => [.. rows]);

    /// <summary>Tables whose ids are unique; one of them may be NULL.</summary>
    static Gen<IReadOnlyList<TrapRow>> Unique { get; } = Tables.Select(IReadOnlyList<TrapRow> (rows) => [.. rows.Select((r, i) => r with { Id = i == 0 ? null : i })]);

    /// <summary>Some rows changed, some gone, some twice, some new.</summary>
    static Gen<IReadOnlyList<TrapRow>> Near(IReadOnlyList<TrapRow> rows) =>
        from kinds in Gen.Choose(0, 9).ListOf(rows.Count)
        from more in Gen.ListOf(Row)
        select (IReadOnlyList<TrapRow>)[.. rows.Zip(kinds).SelectMany(IEnumerable<TrapRow> (r) => r.Second switch
        {
            < 6 => [r.First],
            6 => [],
            7 => [r.First with { Price = r.First.Price + 0.01m ?? 0, Weight = r.First.Weight + 0.5 }],
            8 => [r.First, r.First],
            _ => [r.First with { At = r.First.At?.AddSeconds(1), Text = null }],
        }), .. more.Take(2)];
}
