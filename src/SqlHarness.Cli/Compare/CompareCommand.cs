using System.CommandLine;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Inputs;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary><c>sqlharness compare</c>: its arguments.</summary>
static class CompareCommand
{
    static readonly Argument<string> Left = new("LEFT") { Description = $"What should be. {InputAddress.Help}" };
    static readonly Argument<string> Right = new("RIGHT") { Description = "What is; named alike." };
    static readonly Option<string?> Key = new("--key") { Description = "The columns that match rows, as order_id,line_id; found by itself where one is obvious. 'none' compares rows whole.", HelpName = "COLUMNS" };
    static readonly Option<string?> Levels = new("--levels") { Description = "What divides the totals, from the top: region,day:ordered_at,order_id. Times are cut to second, minute, hour, day, month or year.", HelpName = "COLUMNS" };
    static readonly Option<string?> Measures = new("--measures")
    {
        Description = "The totals: quantity,sale for their sums, or sum:, count:, distinct:, nulls:, min:, max: before a column; rows are always counted.", HelpName = "COLUMNS",
    };

    static readonly Option<string[]> Tolerances = new("--tolerance")
    {
        Description = "How far a column's values may differ: sale=0.01, sale=1%, ordered_at=1s, sale=decimals:2, ordered_at=to:1s, name=trim, name=ignore-case, name=empty-is-null; several with +. For totals before the column: sum:sale=0.05.",
        HelpName = "COLUMN=RULE", DefaultValueFactory = _ => [],
    };

    static readonly Option<string[]> Ignored = new("--ignore") { Description = "Columns whose differences do not count; how many there are is said.", HelpName = "COLUMNS", DefaultValueFactory = _ => [] };
    static readonly Option<string[]> Renames = new("--rename") { Description = "A column's name on the left and on the right, where they differ: amount=sale.", HelpName = "LEFT=RIGHT", DefaultValueFactory = _ => [] };
    static readonly Option<string?> Where = new("--where") { Description = "Which rows of both sides, in SQL; how many are left out is said.", HelpName = "CONDITION" };
    static readonly Option<string?> OverlapOf = new("--overlap") { Description = "Compare only the times of a column that both sides cover; how many rows are left out is said.", HelpName = "COLUMN" };
    static readonly Option<string?> Sample = new("--sample") { Description = "Compare the rows of so many of all keys, as 5% or 0.1%; totals are still of all.", HelpName = "SHARE" };
    static readonly Option<bool> Strict = new("--strict") { Description = "Exit with 1 also where a rule hid a difference." };
    static readonly Option<string> Format = Choice("--format", "How the answer is written.", "table", "json", "junit", "markdown", "html");
    static readonly Option<string?> Out = new("--out") { Description = "Write the answer to a file; stdout then has the short one.", HelpName = "FILE" };
    static readonly Option<string?> RepairTo = new("--repair") { Description = "Write the SQL that would make a table on the right equal to the left side; it is not run.", HelpName = "FILE" };
    static readonly Option<bool> Force = new("--force") { Description = "Replace the file if it exists." };
    static readonly Option<int> Examples = new("--examples") { Description = "How many rows of each kind of difference are shown.", HelpName = "N", DefaultValueFactory = _ => 20 };
    static readonly Option<string[]> Masked = new("--mask") { Description = "Columns whose values are not shown; equal ones stay recognizable.", HelpName = "COLUMNS", DefaultValueFactory = _ => [] };
    static readonly Option<int> Seed = new("--seed") { Description = "The seed of fingerprints across engines.", HelpName = "N", DefaultValueFactory = _ => new ComparisonOptions().Seed };

    public static Command Create(Terminal terminal) => new ExampleCommand("compare", "Proves two tables identical, or shows where they are not: schema, totals, columns, rows. Exits with 1 where they differ.",
        "sqlharness compare old.parquet postgresql:env:WAREHOUSE#sales.orders --key order_id --levels region,day:ordered_at --measures sale --tolerance sale=0.01")
    {
        Left, Right, Key, Levels, Measures, Tolerances, Ignored, Renames, Where, OverlapOf, Sample, Strict, Format, Out, RepairTo, Force, Examples, Masked, Seed,
    }.Runs(terminal, (parsed, cancelled) => new CompareRun(Request(parsed), CommonOptions.From(parsed), terminal).RunAsync(cancelled));

    static CompareRequest Request(ParseResult parsed)
    {
        var examples = parsed.GetValue(Examples);
        var tolerances = parsed.GetRequiredValue(Tolerances).Select(ToleranceOption.Parse).ToList();
        return new()
        {
            Left = parsed.GetRequiredValue(Left), Right = parsed.GetRequiredValue(Right), Where = parsed.GetValue(Where), IsStrict = parsed.GetValue(Strict), Out = parsed.GetValue(Out), Repair = parsed.GetValue(RepairTo), Force = parsed.GetValue(Force),
            Format = Enum.Parse<CompareFormat>(parsed.GetRequiredValue(Format), ignoreCase: true), Masked = Lists(parsed.GetRequiredValue(Masked)),
            Options = new()
            {
                Key = parsed.GetValue(Key) switch { null => null, "none" => [], var key => List(key) },
                Levels = [.. List(parsed.GetValue(Levels)).Select(TotalsOption.Level)],
                Measures = TotalsOption.Measures(List(parsed.GetValue(Measures)), parsed.GetValue(Levels) is not null, tolerances),
                Tolerances = ToleranceOption.OfCells(tolerances),
                Ignored = Lists(parsed.GetRequiredValue(Ignored)), Renames = RenamesOf(parsed.GetRequiredValue(Renames)), SamplePerMille = PerMille(parsed.GetValue(Sample)), Overlap = parsed.GetValue(OverlapOf),
                Examples = examples >= 0 ? examples : throw new BadInputException($"--examples must not be negative, but is {examples}."), Seed = parsed.GetValue(Seed),
            },
        };
    }

    static string[] List(string? columns) => columns?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    static string[] Lists(string[] columns) => [.. columns.SelectMany(List)];

    static Dictionary<string, string> RenamesOf(string[] renames)
    {
        var pairs = Lists(renames).Select(r => r.Split('=') is [{ Length: > 0 } left, { Length: > 0 } right] ? (Left: left, Right: right) : throw new BadInputException($"--rename is written as LEFT=RIGHT, but is '{r}'.")).ToList();
        return pairs.GroupBy(p => p.Left).FirstOrDefault(g => g.Count() > 1) is { } twice ? throw new BadInputException($"--rename names {twice.Key} twice.") : pairs.ToDictionary(p => p.Left, p => p.Right);
    }

    static int PerMille(string? share) => share is null ? 1000
        : share.EndsWith('%') && decimal.TryParse(share[..^1], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var percent) && percent is >= 0.1m and <= 100 && percent * 10 % 1 == 0 ? (int)(percent * 10)
        : throw new BadInputException($"--sample is written as 5% or 0.1%, in steps of 0.1%, but is '{share}'.");

    static Option<string> Choice(string name, string description, params string[] choices)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => choices[0] };
        return option.AcceptOnlyFromAmong(choices);
    }
}
