using System.Globalization;

namespace SqlHarness.Tables;

/// <summary>
/// How far two values of one column may differ and still be equal. Stated, never guessed. NULL equals only NULL, except by <see cref="EmptyIsNull"/>;
/// NaN equals only NaN, an infinity only itself, and −0 is 0, as everywhere. Equal values are equal under every tolerance.
/// </summary>
/// <remarks>
/// Some compare what is left of a value: they are transitive, so that rows fall into classes. The others (<see cref="Absolute"/>,
/// <see cref="Relative"/>, <see cref="Within"/>, <see cref="Of"/>) are not: 1 may equal 2 and 2 equal 3 while 1 differs from 3. Bags are then equal if
/// their rows can be matched one to one, and as many rows as possible are matched.
/// </remarks>
public sealed class Tolerance
{
    readonly string _text;
    readonly string _kind;
    readonly Func<Type, bool> _holds;
    readonly Func<object, object?> _form;

    // Null where all that it makes equal is a difference that it hides.
    readonly Func<object, object, bool>? _hides;

    Tolerance(string text, string kind, Func<Type, bool> holds, IReadOnlyList<ToleranceRule> rules, Func<object, object?>? form, Func<object, object, bool>? isNear, Func<object, object, bool>? hides = null) =>
        (_text, _kind, _holds, Rules, _form, IsNear, _hides) = (text, kind, holds, rules, form ?? (value => value), isNear, hides);

    /// <summary>The rules that it is made of, in order, for queries.</summary>
    internal IReadOnlyList<ToleranceRule> Rules { get; }

    /// <summary>Whether values that are not equal are equal all the same; null where only what is left of them counts.</summary>
    internal Func<object, object, bool>? IsNear { get; }

    /// <summary>What sums of floating-point numbers may differ by, since they add up to other last digits in another order.</summary>
    internal static Tolerance Rounding { get; } = Relative(1e-9).And(Absolute(0.000_000_001m)).Called("but for rounding");

    /// <summary>Texts without the spaces (U+0020) at both ends, which is what <c>TRIM</c> removes on every engine. Tabs and line breaks stay.</summary>
    public static Tolerance Trimmed { get; } = Texts("trimmed", ToleranceKind.Trimmed, text => text.Trim(' '));

    /// <summary>
    /// Texts in upper case, code point by code point, after Unicode's simple mapping and no culture: É is é, but ß is not SS, and É is not E. A letter
    /// and its accent as two code points are not the accented letter.
    /// </summary>
    public static Tolerance IgnoringCase { get; } = Texts("ignoring case", ToleranceKind.IgnoringCase, text => text.ToUpperInvariant());

    /// <summary>The empty text is NULL, as on Oracle. Spaces are not the empty text; <c>Trimmed.And(EmptyIsNull)</c> makes them so.</summary>
    public static Tolerance EmptyIsNull { get; } = Texts("empty is NULL", ToleranceKind.EmptyIsNull, text => text.Length == 0 ? null : text);

    /// <summary>
    /// Numbers at most so far apart, the bound included. Calculated in decimals, floating-point numbers by their shortest decimal text: 0.31 is 0.01
    /// from 0.3. Floating-point numbers from 1e27 are calculated as doubles.
    /// </summary>
    /// <param name="most">In the column's unit, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static Tolerance Absolute(decimal most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return new($"within {most.ToString(CultureInfo.InvariantCulture)}", "numbers", Numbers.AreHeld, [new(ToleranceKind.Absolute, most)], null, (x, y) => Numbers.AreWithin(x, y, most));
    }

    /// <summary>
    /// Numbers that differ by at most this part of the one that is larger in magnitude, the bound included. Symmetric. Zero equals only zero, and numbers
    /// of different signs never are equal: add <see cref="Absolute"/> by <see cref="And"/> where values are near zero. Whole numbers and decimals are
    /// calculated in decimals, others as doubles.
    /// </summary>
    /// <param name="most">From 0 and below 1; 1e-9 is a billionth.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static Tolerance Relative(double most)
    {
        if (!(most is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(most), most, "A relative tolerance is a part of the value: from 0 and below 1.");
        var text = $"within {most.ToString("R", CultureInfo.InvariantCulture)} of the value";
        return new(text, "numbers", Numbers.AreHeld, [new(ToleranceKind.Relative, most)], null, (x, y) => Numbers.AreWithinPart(x, y, most));
    }

    /// <summary>
    /// Numbers rounded to so many decimals, half away from zero, floating-point numbers by their shortest decimal text: 2.675 is 2.68. Transitive; but
    /// two numbers on both sides of a half differ however near they are, 0.0049 and 0.005 in two decimals. <see cref="Absolute"/> has no such edges.
    /// </summary>
    /// <param name="digits">From 0 to 28.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static Tolerance Decimals(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 28);
        return new($"in {digits} decimals", "numbers", Numbers.AreHeld, [new(ToleranceKind.Decimals, digits)], value => Numbers.Rounded(value, digits), null);
    }

    /// <summary>Times or durations at most so far apart, the bound included. Dates are their midnights; times of day do not run across it.</summary>
    /// <param name="most">From zero, to the tick.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static Tolerance Within(TimeSpan most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, TimeSpan.Zero);
        // Two spans can be further apart than a long holds.
        return new($"within {most:c}", "times", Times.AreHeld, [new(ToleranceKind.Within, most)], null, (x, y) => Int128.Abs((Int128)Times.Ticks(x) - Times.Ticks(y)) <= most.Ticks);
    }

    /// <summary>
    /// Times or durations cut down to whole units since 0001-01-01, which was a Monday, in UTC: seconds, hours, days and weeks of seven days. Transitive;
    /// but times on both sides of a cut differ however near they are. <see cref="Within"/> has no such edges.
    /// </summary>
    /// <param name="unit">Longer than zero, to the tick.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static Tolerance TimePrecision(TimeSpan unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(unit, TimeSpan.Zero);
        return new($"to {unit:c}", "times", Times.AreHeld, [new(ToleranceKind.TimePrecision, unit)], value => Times.Floored(Times.Ticks(value), unit.Ticks), null);
    }

    /// <summary>A rule of one's own, which need not be transitive. It is asked for an expected and an actual value that are not equal, neither NULL.</summary>
    /// <typeparam name="T">What the column holds, without <see cref="Nullable{T}"/>.</typeparam>
    /// <param name="areEqual">Whether an expected and an actual value are equal all the same.</param>
    public static Tolerance Of<T>(Func<T, T, bool> areEqual) where T : notnull =>
        new("by a rule of its own", TypeText.Of(typeof(T)), type => typeof(T).IsAssignableFrom(type), [new(ToleranceKind.Own, areEqual)], null, (x, y) => areEqual((T)x, (T)y));

    /// <summary>Texts by what they say: one of the two is a value of another type as its engine writes it.</summary>
    /// <param name="read">The value that a text says; null if none.</param>
    /// <param name="within">How far these may differ; not at all if null.</param>
    internal static Tolerance Reading(Func<string, object?> read, Tolerance? within)
    {
        bool AreOne(object x, object y, Func<object, object, bool> equal) => read((string)x) is { } left && read((string)y) is { } right && equal(left, right);
        return new(within?._text ?? "by what it says", "texts", type => type == typeof(string), [new(ToleranceKind.Reading, null)], null,
            (x, y) => AreOne(x, y, within is null ? RowEquality.CellsEqual : within.AreEqual), (x, y) => !AreOne(x, y, RowEquality.CellsEqual));
    }

    /// <summary>Both: values are what this and then the other leave of them, and equal where one of the two says so.</summary>
    /// <param name="also">The other, for the same kind of values.</param>
    public Tolerance And(Tolerance also) => new(
        $"{_text}, {also._text}", _kind == also._kind ? _kind : $"{_kind} that are {also._kind}", type => _holds(type) && also._holds(type), [.. Rules, .. also.Rules],
        value => _form(value) is { } left ? also._form(left) : null,
        (IsNear, also.IsNear) switch
        {
            (null, var near) => near,
            (var near, null) => near,
            var (near, other) => (x, y) => near(x, y) || other(x, y),
        },
        (_hides, also._hides) switch
        {
            (null, var hides) => hides,
            (var hides, null) => hides,
            var (hides, other) => (x, y) => hides(x, y) && other(x, y),
        });

    /// <summary>What it forgives, in words: <c>within 0.01</c>.</summary>
    public override string ToString() => _text;

    /// <summary>What counts of a value.</summary>
    internal object? Form(object? value) => value is null ? null : _form(value);

    /// <summary>Whether two values are equal.</summary>
    internal bool AreEqual(object? expected, object? actual)
    {
        if (RowEquality.CellsEqual(expected, actual))
            return true;
        var (x, y) = (Form(expected), Form(actual));
        return RowEquality.CellsEqual(x, y) || (x is not null && y is not null && IsNear is not null && IsNear(x, y));
    }

    /// <summary>Whether two values that it makes equal differ all the same.</summary>
    internal bool Hides(object? expected, object? actual) => expected is null || actual is null || _hides?.Invoke(expected, actual) != false;

    /// <summary>Whether it is for values of a type.</summary>
    public bool IsFor(Type type) => Unfit(type) is null;

    /// <summary>What it is for, if not for values of this type; else null.</summary>
    internal string? Unfit(Type type) => _holds(Nullable.GetUnderlyingType(type) ?? type) ? null : _kind;

    Tolerance Called(string text) => new(text, _kind, _holds, Rules, _form, IsNear, _hides);

    static Tolerance Texts(string text, ToleranceKind kind, Func<string, string?> form) =>
        new(text, "texts", type => type == typeof(string), [new(kind, null)], value => form((string)value), null);
}
