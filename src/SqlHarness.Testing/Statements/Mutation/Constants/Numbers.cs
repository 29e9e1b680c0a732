using LinqToDB;

namespace SqlHarness.Testing.Statements.Mutation.Constants;

/// <summary>Values beside others, in a type's own unit: 1, the last declared digit, a microsecond, a day.</summary>
static class Numbers
{
    /// <summary>The value so many units on; null where the type has no unit, or no such value.</summary>
    public static object? Shift(object value, DbDataType type, int units)
    {
        try
        {
            return value switch
            {
                byte number => checked((byte)(number + units)),
                short number => checked((short)(number + units)),
                int number => checked(number + units),
                long number => checked(number + units),
                double number => number + units,
                float number => number + units,
                decimal number => number + units * LastDigit(number, type),
                DateTime time => time.AddTicks(units * TimeSpan.TicksPerMicrosecond),
                TimeSpan span => span + TimeSpan.FromMicroseconds(units),
                DateOnly date => date.AddDays(units),
                _ => null,
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>A number in the type of another; null where that has no such number.</summary>
    public static object? Like(object value, decimal number)
    {
        try
        {
            return value switch
            {
                byte => checked((byte)number),
                short => checked((short)number),
                int => checked((int)number),
                long => checked((long)number),
                double => (double)number,
                float => (float)number,
                decimal => number,
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>A constant as a number; null where it is none.</summary>
    public static decimal? Of(object value) => value is float number ? Intervals.Number((double)number) : Intervals.Number(value);

    static decimal LastDigit(decimal number, DbDataType type) => new(1, 0, 0, false, (byte)Math.Max(type.Scale ?? 0, number.Scale));
}
