using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>Puts numbers of small ranges together into as few numbers of 62 bits, as digits of mixed bases: different rows have different ones, and what is calculated with each is calculated less often.</summary>
static class Packing
{
    static readonly UInt128 Capacity = UInt128.One << 62;

    static readonly MethodInfo Times = new Func<long?, long?, long?>(Modular.Narrow).Method;
    static readonly MethodInfo Plus = new Func<long?, long?, long?>(Modular.Plus).Method;

    /// <summary>A number to be packed.</summary>
    /// <param name="Limb">The number.</param>
    /// <param name="CanBeNull">Whether it is NULL somewhere.</param>
    public sealed record Digit(Limb Limb, bool CanBeNull)
    {
        /// <summary>How many values it has, NULL counted.</summary>
        public UInt128 Base => Limb.Range.Size + (CanBeNull ? 1u : 0);

        /// <summary>From 0 up to what it is counted with; NULL is the greatest.</summary>
        public Expression FromZero
        {
            get
            {
                var fromZero = Limb.Range.Least == 0 ? Limb.Number : Expression.Call(Plus, Limb.Number, Long(-Limb.Range.Least));
                return CanBeNull ? Expression.Coalesce(fromZero, Long((long)(Base - 1))) : fromZero;
            }
        }
    }

    /// <summary>Whether all fit one number.</summary>
    public static bool IsOne(IEnumerable<Digit> digits) => digits.Aggregate(UInt128.One, (all, one) => all > Capacity || one.Base > Capacity ? Capacity + 1 : all * one.Base) <= Capacity;

    /// <summary>The packed numbers, none of them NULL; what fits none is not among them.</summary>
    public static IReadOnlyList<Limb> Of(IEnumerable<Digit> digits)
    {
        List<List<Digit>> packed = [];
        foreach (var digit in digits.Where(d => d.Base <= Capacity).OrderByDescending(d => d.Base))
        {
            if (packed.Find(p => IsOne(p.Append(digit))) is { } fitting)
                fitting.Add(digit);
            else
                packed.Add([digit]);
        }

        return [.. packed.Select(One)];
    }

    /// <summary>Digits that fit one number as that.</summary>
    public static Limb One(IReadOnlyList<Digit> digits)
    {
        var number = digits[^1].FromZero;
        foreach (var digit in digits.SkipLast(1).Reverse())
            number = Expression.Call(Plus, digit.FromZero, Expression.Call(Times, Long((long)digit.Base), number));
        return new(number, new(0, (long)(digits.Aggregate(UInt128.One, (all, one) => all * one.Base) - 1)));
    }

    static ConstantExpression Long(long value) => Expression.Constant((long?)value, typeof(long?));
}
