using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>The members of .NET whose meaning a portable function has, written in C# on both sides.</summary>
static class PortableMembers
{
    static readonly Meaning[] All =
    [
        Is((string t, string part) => t.Contains(part), (t, part) => t.Contains(part, StringComparison.Ordinal)),
        Is((string t, string old, string replacement) => t.Replace(old, replacement), (t, old, replacement) => Portable.Replace(t, old, replacement)!),
        Is((string t, string old, string replacement) => t.Replace(old, replacement, StringComparison.Ordinal), (t, old, replacement) => Portable.Replace(t, old, replacement)!),
        Is((DateTime t) => t.Date, t => Portable.Truncate(t, CalendarUnit.Day)!.Value),
        Is((DateTime t) => t.Year, t => Portable.Part(t, CalendarPart.Year)!.Value),
        Is((DateTime t) => t.Month, t => Portable.Part(t, CalendarPart.Month)!.Value),
        Is((DateTime t) => t.Day, t => Portable.Part(t, CalendarPart.Day)!.Value),
        Is((DateTime t) => t.Hour, t => Portable.Part(t, CalendarPart.Hour)!.Value),
        Is((DateTime t) => t.Minute, t => Portable.Part(t, CalendarPart.Minute)!.Value),
        Is((DateTime t) => t.Second, t => Portable.Part(t, CalendarPart.Second)!.Value),
        Is((DateTime t) => t.DayOfYear, t => Portable.Part(t, CalendarPart.DayOfYear)!.Value),
        Is((DateTime t, double n) => t.AddDays(n), (t, n) => Portable.AddMicroseconds(t, Microseconds(n, TimeSpan.TicksPerDay))!.Value),
        Is((DateTime t, double n) => t.AddHours(n), (t, n) => Portable.AddMicroseconds(t, Microseconds(n, TimeSpan.TicksPerHour))!.Value),
        Is((DateTime t, double n) => t.AddMinutes(n), (t, n) => Portable.AddMicroseconds(t, Microseconds(n, TimeSpan.TicksPerMinute))!.Value),
        Is((DateTime t, double n) => t.AddSeconds(n), (t, n) => Portable.AddMicroseconds(t, Microseconds(n, TimeSpan.TicksPerSecond))!.Value),
        Is((DateTime t, double n) => t.AddMilliseconds(n), (t, n) => Portable.AddMicroseconds(t, Microseconds(n, TimeSpan.TicksPerMillisecond))!.Value),
        Is((DateTime t, double n) => t.AddMicroseconds(n), (t, n) => Portable.AddMicroseconds(t, Microseconds(n, TimeSpan.TicksPerMicrosecond))!.Value),
        Is((DateTime t, TimeSpan length) => t.Add(length), (t, length) => Portable.AddMicroseconds(t, Microseconds(length))!.Value),
        Is((DateTime t, TimeSpan length) => t + length, (t, length) => Portable.AddMicroseconds(t, Microseconds(length))!.Value),
        Is((DateTime t, TimeSpan length) => t - length, (t, length) => Portable.AddMicroseconds(t, -Microseconds(length))!.Value),
        Is((DateTime? t, TimeSpan? length) => t + length, (t, length) => Portable.AddMicroseconds(t, Microseconds(length!.Value))),
        Is((DateTime? t, TimeSpan? length) => t - length, (t, length) => Portable.AddMicroseconds(t, -Microseconds(length!.Value))),
        Is((long n) => Math.Abs(n), n => Portable.Abs((long?)n)!.Value),
        Is((int n) => Math.Abs(n), n => (int)Portable.Abs((long?)n)!.Value),
        Is((decimal n) => Math.Abs(n), n => Portable.Abs((decimal?)n)!.Value),
        Is((decimal n) => Math.Floor(n), n => Portable.Floor((decimal?)n)!.Value),
        Is((decimal n) => Math.Ceiling(n), n => Portable.Ceiling((decimal?)n)!.Value),
        Is((decimal n, int digits) => Math.Round(n, digits, MidpointRounding.AwayFromZero), (n, digits) => Portable.Round((decimal?)n, digits)!.Value),
        Is((decimal n) => Math.Round(n, MidpointRounding.AwayFromZero), n => Portable.Round((decimal?)n, 0)!.Value),
        Is((long a, long b) => Math.Max(a, b), (a, b) => Portable.Greatest((long?)a, (long?)b)!.Value),
        Is((int a, int b) => Math.Max(a, b), (a, b) => (int)Portable.Greatest((long?)a, (long?)b)!.Value),
        Is((int a, int b) => Math.Min(a, b), (a, b) => (int)Portable.Least((long?)a, (long?)b)!.Value),
        Is((long a, long b) => Math.Min(a, b), (a, b) => Portable.Least((long?)a, (long?)b)!.Value),
        Is((decimal a, decimal b) => Math.Max(a, b), (a, b) => Portable.Greatest((decimal?)a, (decimal?)b)!.Value),
        Is((decimal a, decimal b) => Math.Min(a, b), (a, b) => Portable.Least((decimal?)a, (decimal?)b)!.Value),
    ];

    // linq2db's own translation for the engines that run is right, and it is known as a comparison to cases, coverage and mutants.
    static readonly Meaning[] OfPrinting =
    [
        Is((string t, string part) => t.Contains(part, StringComparison.Ordinal), (t, part) => Portable.Contains(t, part)),
        Is((string t, string start) => t.StartsWith(start, StringComparison.Ordinal), (t, start) => Portable.StartsWith(t, start)),
        Is((string t, string end) => t.EndsWith(end, StringComparison.Ordinal), (t, end) => Portable.EndsWith(t, end)),
    ];

    static readonly ILookup<MemberInfo, Meaning> ByMember = All.ToLookup(m => m.Key);

    static readonly ILookup<MemberInfo, Meaning> ByPrintedMember = OfPrinting.ToLookup(m => m.Key);

    /// <summary>An expression over a row in portable functions; the same where none means it, or nothing of a row is in it.</summary>
    public static Expression In(Expression expression) => In(expression, ByMember);

    /// <summary>The same, for a query that is printed.</summary>
    public static Expression InPrinted(Expression expression) => In(expression, ByPrintedMember);

    static Expression In(Expression expression, ILookup<MemberInfo, Meaning> meanings)
    {
        if (Meaning.KeyOf(expression) is not { } member || !meanings.Contains(member) || !FreeParameters.In(expression))
            return expression;
        var meant = meanings[member].Select(m => m.Of(expression)).FirstOrDefault(m => m is not null);
        return meant is null ? expression : Lengths.Of(meant) ?? expression;
    }

    /// <summary>So many units as microseconds, the nearest whole number.</summary>
    public static long Microseconds(double number, long ticks) => (long)Math.Round(number * (ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>A length of time in microseconds.</summary>
    public static long Microseconds(TimeSpan length) => length.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Lengths of time, which C# computes before the query; of whole numbers in the row they are multiplied out, and others are left to linq2db.</summary>
    sealed class Lengths : ExpressionVisitor
    {
        bool _fails;

        public static Expression? Of(Expression meant)
        {
            var lengths = new Lengths();
            var visited = lengths.Visit(meant);
            return lengths._fails ? null : visited;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType != typeof(PortableMembers) || !FreeParameters.In(node))
                return base.VisitMethodCall(node);
            if (node.Arguments is [UnaryExpression { NodeType: ExpressionType.Convert, Operand: { } whole }, ConstantExpression { Value: long ticks }] && Type.GetTypeCode(whole.Type) is >= TypeCode.SByte and <= TypeCode.Int64)
                return Expression.Multiply(Expression.Convert(whole, typeof(long)), Expression.Constant(ticks / TimeSpan.TicksPerMicrosecond));
            _fails = true;
            return node;
        }
    }

    static Meaning Is<T1, TResult>(Expression<Func<T1, TResult>> member, Expression<Func<T1, TResult>> portable) => new(member, portable);

    static Meaning Is<T1, T2, TResult>(Expression<Func<T1, T2, TResult>> member, Expression<Func<T1, T2, TResult>> portable) => new(member, portable);

    static Meaning Is<T1, T2, T3, TResult>(Expression<Func<T1, T2, T3, TResult>> member, Expression<Func<T1, T2, T3, TResult>> portable) => new(member, portable);
}
