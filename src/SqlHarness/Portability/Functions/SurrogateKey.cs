using System.Linq.Expressions;
using LinqToDB;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>
    /// One key of several columns: the MD5 of their values, each with its length in code points before it, so that no two rows of values run together as they do behind a separator.
    /// NULL is a value of its own.
    /// </summary>
    [ExpressionMethod(nameof(KeyOfTwo))]
    public static string SurrogateKey(string? first, string? second) => Md5(KeyPart(first) + KeyPart(second))!;

    /// <inheritdoc cref="SurrogateKey(string, string)"/>
    [ExpressionMethod(nameof(KeyOfThree))]
    public static string SurrogateKey(string? first, string? second, string? third) => Md5(KeyPart(first) + KeyPart(second) + KeyPart(third))!;

    /// <inheritdoc cref="SurrogateKey(string, string)"/>
    [ExpressionMethod(nameof(KeyOfFour))]
    public static string SurrogateKey(string? first, string? second, string? third, string? fourth) => Md5(KeyPart(first) + KeyPart(second) + KeyPart(third) + KeyPart(fourth))!;

    [ExpressionMethod(nameof(PartOfKey))]
    static string KeyPart(string? value) => value is null ? "-" : ToText(Length(value)) + ":" + value;

    static Expression<Func<string?, string?, string>> KeyOfTwo() => (a, b) => Md5(KeyPart(a) + KeyPart(b))!;

    static Expression<Func<string?, string?, string?, string>> KeyOfThree() => (a, b, c) => Md5(KeyPart(a) + KeyPart(b) + KeyPart(c))!;

    static Expression<Func<string?, string?, string?, string?, string>> KeyOfFour() => (a, b, c, d) => Md5(KeyPart(a) + KeyPart(b) + KeyPart(c) + KeyPart(d))!;

    static Expression<Func<string?, string>> PartOfKey() => value => Concat(Concat(ToText(Length(value)), ":"), value) ?? "-";
}
