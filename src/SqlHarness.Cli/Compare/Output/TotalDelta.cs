using System.Globalization;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>By how much a total differs: right minus left.</summary>
static class TotalDelta
{
    /// <summary>The difference: a decimal, a double, a duration. Where there is nothing to sum or count it is zero, so that the differences of groups add up to the whole's. Null where there is no difference to calculate.</summary>
    public static object? Of(TotalMeasure measure, object? left, object? right)
    {
        if ((left is null && right is null) || left is MaskedValue || right is MaskedValue)
            return null;
        if (measure.Column is null || measure.Aggregation is not (Aggregation.Minimum or Aggregation.Maximum))
            (left, right) = (left ?? 0m, right ?? 0m);
        return (left, right) switch
        {
            (DateTime one, DateTime other) => other - one,
            (DateOnly one, DateOnly other) => TimeSpan.FromDays(other.DayNumber - one.DayNumber),
            (TimeSpan one, TimeSpan other) => other - one,
            _ when IsNumber(left) && IsNumber(right) => Subtracted(right!, left!),
            _ => null,
        };
    }

    /// <summary>The difference as text, with its sign; nothing where there is none.</summary>
    public static string Text(TotalMeasure measure, object? left, object? right)
    {
        if (Of(measure, left, right) is not { } delta || delta is 0m or 0.0 or TimeSpan { Ticks: 0 })
            return "";
        var text = CellTexts.Of(delta);
        return text.StartsWith('-') ? text : "+" + text;
    }

    static bool IsNumber(object? value) => value is not null && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;

    static object Subtracted(object from, object what)
    {
        if (from is not (double or float) && what is not (double or float))
        {
            var (one, other) = (Convert.ToDecimal(from, CultureInfo.InvariantCulture), Convert.ToDecimal(what, CultureInfo.InvariantCulture));
            // The difference of two decimals may be none.
            if (Math.Abs((double)one - (double)other) < (double)decimal.MaxValue / 2)
                return one - other;
        }

        return Convert.ToDouble(from, CultureInfo.InvariantCulture) - Convert.ToDouble(what, CultureInfo.InvariantCulture);
    }
}
