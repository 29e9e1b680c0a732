using System.Globalization;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Stored;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Tests.Cli;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Cases.Stored;

public class CounterexampleFileTests
{
    static readonly DateTime Nine = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    static readonly InputTables Two = InputTables.Of(Shop.Mapping, [typeof(Order), typeof(Price), typeof(Order)]);

    static string Text(InputTables tables, InputCase rows, string comment = "a comment")
    {
        using var writer = new StringWriter();
        CounterexampleFile.Write(writer, tables, rows, comment);
        return writer.ToString();
    }

    static StoredCounterexample Read(InputTables tables, string text) => new CounterexampleReader("a.md", tables).Read(text);

    static string Refusal(string text) => Should.Throw<FormatException>(() => Read(Two, text)).Message;

    // Bits, scales and offsets too: what equality overlooks, a query may not.
    static string Exactly(InputTables tables, InputCase rows) => string.Join('\n', tables.Cells(rows).Tables.SelectMany(t => t.Select(r => string.Join(';', r.Select(v => v switch
    {
        // With its scale; decimals do not tell −0 from 0.
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        double number => BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture),
        float number => BitConverter.SingleToInt32Bits(number).ToString(CultureInfo.InvariantCulture),
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => $"{time.Ticks}+{time.Offset.Ticks}",
        TimeSpan span => span.Ticks.ToString(CultureInfo.InvariantCulture),
        TimeOnly time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        string text => $"'{string.Join(',', text.Select(c => (int)c))}'",
        _ => FormattableString.Invariant($"{v}:{v?.GetType().Name}"),
    })))));

    static void Survives(InputTables tables, IReadOnlyList<InputCase> cases)
    {
        foreach (var rows in cases)
        {
            var text = Text(tables, rows);
            var again = Read(tables, text);
            Exactly(tables, again.Rows).ShouldBe(Exactly(tables, rows), text);
            Text(tables, again.Rows, again.Comment).ShouldBe(text);
        }
    }

    [Fact]
    public void A_case_is_a_table_that_people_read()
    {
        var rows = new InputCase(
        [
            [new Order { Id = 1, Status = "a|b", Amount = 100.00m, PaidAt = Nine }, new Order { Id = 12, Status = " it's", Amount = -1m, PaidAt = Nine.AddMicroseconds(1) }],
            [new Price("e\u0301😀", 0.50m, Nine, null)], [],
        ]);
        Text(Two, rows, "DailyRevenues on DuckDB: Amount differs.\nAn amount of exactly 100 counts.").ShouldBe(
            """
            > DailyRevenues on DuckDB: Amount differs.
            > An amount of exactly 100 counts.

            ## Order

            |  Id | Status   | Amount | IsGift | PaidAt                     |
            | --: | -------- | -----: | ------ | -------------------------- |
            |   1 | 'a\|b'   | 100.00 | false  | 2025-01-01 09:00:00        |
            |  12 | ' it\'s' |     -1 | false  | 2025-01-01 09:00:00.000001 |

            ## Price

            | Product     | Amount | ValidFrom           |
            | ----------- | -----: | ------------------- |
            | 'e\u0301😀' |   0.50 | 2025-01-01 09:00:00 |

            ## Order 2

            (no rows)

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Any_generated_case_survives_exactly()
    {
        var tables = InputTables.Of(Shop.Mapping, [.. Shop.Entities, typeof(Sample), typeof(Order)]);
        Survives(tables, CaseGenerator.Generate(tables, [Shop.Constant<Order>(100m, "amount"), Shop.Constant(TimeSpan.FromMinutes(30))], new(300, 5)));
    }

    [Fact]
    public void Every_type_survives_exactly()
    {
        var tables = InputTables.Of(Shop.Mapping, [typeof(EveryType)], EveryType.Rules);
        var cases = CaseGenerator.Generate(tables, [], new(200, 5));
        Survives(tables, cases);
        cases.SelectMany(c => c.Of<EveryType>()).Select(e => e.MaybeText).Distinct().Count().ShouldBe(EveryType.Texts.Length + 1);
    }

    [Fact]
    public void Null_and_texts_that_look_like_it_or_like_nothing_stay_apart() =>
        new object?[] { null, "NULL", "", " ", "a ", "\u00A0" }.Select(CellLiteral.Of).ShouldBe(["NULL", "'NULL'", "''", "' '", "'a '", @"'\u00A0'"]);

    [Fact]
    public void A_file_may_be_written_by_hand()
    {
        var stored = Read(Two, """
            > why
            ## Price
            |Amount|ValidFrom|Product|
            |1.50|2025-01-01 09:00:00|'a'|
              ## Order
            | Status | Id | Amount|IsGift |
            |--|:-:|---|---|
            |''|7|1|true|
            """.ReplaceLineEndings("\r\n"));
        stored.Comment.ShouldBe("why");
        stored.Rows.Of<Price>(1).ShouldBe([new("a", 1.50m, Nine, null)]);
        stored.Rows.Of<Order>().ShouldHaveSingleItem().Id.ShouldBe(7);
        stored.Rows.Of<Order>()[0].Note.ShouldBeNull();
        stored.Rows.Tables[2].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("## Prices", "a.md, line 1: the query has no table Prices (did you mean Price?).")]
    [InlineData("## Order 3", "a.md, line 1: the query has no table Order 3 (did you mean Order?).")]
    [InlineData("## Order\n\n## Order", "a.md, line 3: table Order stands here a second time.")]
    [InlineData("| Id |", "a.md, line 1: a row stands before the first table's name (## …).")]
    [InlineData("Order", "a.md, line 1: neither a comment (> …), a table's name (## …) nor a row (| … |).")]
    [InlineData("## Price\n| Product | Amont | ValidFrom |", "a.md, line 2: Price has no column Amont (did you mean Amount?); it has Product, Amount, ValidFrom, ValidTo.")]
    [InlineData("## Price\n| Product | ValidFrom |", "a.md, line 2: column Price.Amount is missing and takes no NULL.")]
    [InlineData("## Price\n| Product | Product |", "a.md, line 2: column Price.Product stands here more than once.")]
    [InlineData("## Price\n| Product | Amount | ValidFrom |\n| 'a' | 1 |", "a.md, line 3: a row of Price has 2 cells, but there are 3 columns.")]
    [InlineData("## Price\n| Product | Amount | ValidFrom |\n| 'a' | 1 | 2", "a.md, line 3: the row does not end with |.")]
    [InlineData("## Price\n| Product | Amount | ValidFrom |\n| a | 1 | NULL |", @"a.md, line 3: Price.Product: a is no text in quotes, as 'it\'s'.")]
    [InlineData("## Price\n| Product | Amount | ValidFrom |\n| 'a' | 1,5 | NULL |", "a.md, line 3: Price.Amount: 1,5 is no Decimal number.")]
    [InlineData("## Price\n| Product | Amount | ValidFrom |\n| 'a' | 1 | NULL |", "a.md, line 3: Price.ValidFrom: the column takes no NULL.")]
    [InlineData("## Price\n| Product | Amount | ValidFrom |\n| 'a' | 1 | 1.1.2025 |", "a.md, line 3: Price.ValidFrom: 1.1.2025 is no time in UTC, as 2025-01-31 09:00:00.000001.")]
    public void What_a_file_does_not_tell_is_said_with_its_place(string text, string message) => Refusal(text).ShouldBe(message);

    [Theory]
    [InlineData(@"'\'", typeof(string))]
    [InlineData(@"'\x'", typeof(string))]
    [InlineData(@"'\u12'", typeof(string))]
    [InlineData("'a'b'", typeof(string))]
    [InlineData("'ab'", typeof(char))]
    [InlineData("1e999", typeof(double))]
    [InlineData("40000", typeof(short))]
    [InlineData("8", typeof(DayOfWeek), false)]
    [InlineData("monday", typeof(DayOfWeek))]
    [InlineData("1", typeof(DayOfWeek))]
    [InlineData("0x0", typeof(byte[]))]
    [InlineData("True", typeof(bool))]
    public void A_value_is_read_only_as_it_is_written(string text, Type type, bool isRefused = true)
    {
        var column = new InputColumn { Member = "A", Name = "a", Type = type, IsNullable = false, IsKey = false };
        if (isRefused)
            Should.Throw<FormatException>(() => CellLiteral.Read(text, column)).Message.ShouldStartWith($"{text} is no ");
        else
            CellLiteral.Of(CellLiteral.Read(text, column)).ShouldBe(text);
    }

    [Fact]
    public void A_local_time_and_an_unknown_type_are_refused()
    {
        Should.Throw<NotSupportedException>(() => CellLiteral.Of(DateTime.SpecifyKind(Nine, DateTimeKind.Local))).Message.ShouldContain("this one is local");
        Should.Throw<NotSupportedException>(() => CellLiteral.Of(new Version(1, 0))).Message.ShouldContain("of type Version");
    }

    [Fact]
    public void A_file_is_replaced_as_a_whole()
    {
        using var folder = new TemporaryFolder();
        var path = folder["a.md"];
        foreach (var product in new[] { "a", "b" })
            CounterexampleFile.Write(path, Two, new([[], [new Price(product, 1m, Nine, null)], []]), "x");
        CounterexampleFile.Read(path, Two).Rows.Of<Price>(1)[0].Product.ShouldBe("b");
        Should.Throw<NotSupportedException>(() => CounterexampleFile.Write(path, Two, new([[], [new Price("c", 1m, Nine.ToLocalTime(), null)], []]), "x"));
        CounterexampleFile.Read(path, Two).Rows.Of<Price>(1)[0].Product.ShouldBe("b");
        folder.Names.ShouldBe(["a.md"]);
    }
}
