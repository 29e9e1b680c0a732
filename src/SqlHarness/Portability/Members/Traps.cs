using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>Members that engines answer differently, and C# in a third way. A query that has one is refused with the portable function that it should have.</summary>
static class Traps
{
    const string Clock = "reads the engine's clock: read it before the query, and give the query a parameter";
    const string Drawn = "is drawn anew by each engine: draw it before the query";

    /// <summary>Refuses a trap.</summary>
    /// <exception cref="LinqToDBException">The expression is one.</exception>
    public static void Refuse(Expression expression)
    {
        if (expression is BinaryExpression { NodeType: ExpressionType.Add } joined && joined.Type == typeof(string) && (IsOther(joined.Left) || IsOther(joined.Right)) && FreeParameters.In(joined))
            throw new LinqToDBException($"{joined}: a value that is no text is written differently by each engine where it is joined to one: use Portable.ToText for whole numbers.");
        // Texts are themselves, and a Guid's are the same on every engine.
        if (expression is MethodCallExpression { Method.Name: nameof(ToString), Object.Type: var type } && (type == typeof(Guid) || type == typeof(string)) || IsOrdinal(expression))
            return;
        // Clocks and chance are not of a row: linq2db would have them computed by the engine all the same.
        if (Meaning.KeyOf(expression) is { } member && Sentence(member) is { } sentence && (sentence is Clock or Drawn || FreeParameters.In(expression)))
            throw new LinqToDBException($"{Name(member)} {sentence}. Where it runs, Portable.Native(…) around it takes the engine's answer as it is.");
    }

    /// <summary>A member as it is called in C#.</summary>
    public static string Name(MemberInfo member) => member.DeclaringType == typeof(string) ? $"string.{member.Name}" : $"{member.DeclaringType!.Name}.{member.Name}";

    /// <summary>What is wrong with a member, and what stands for it; null for nothing.</summary>
    static string? Sentence(MemberInfo member) => (member.DeclaringType, member.Name) switch
    {
        (_, "ToString") => "is written differently by each engine: use Portable.ToText for whole numbers, and format the rest where it is read",
        (var type, "Format" or "Concat") when type == typeof(string) && Array.Exists(((MethodInfo)member).GetParameters(), p => p.ParameterType != typeof(string)) =>
            "of values that are no texts is written differently by each engine: use Portable.Concat and Portable.ToText",
        (var type, "AddMonths" or "AddYears") when type == typeof(DateTime) =>
            "of a day that the other month lacks is that month's last day or one of the next, by the engine: add a fixed length by Portable.AddMicroseconds, or truncate by Portable.Truncate",
        (var type, "Now" or "UtcNow" or "Today") when type == typeof(DateTime) || type == typeof(DateTimeOffset) => Clock,
        (var type, "NewGuid") when type == typeof(Guid) || type == typeof(Sql) => Drawn,
        (var type, _) when type == typeof(Random) => Drawn,
        (var type, "StartsWith" or "EndsWith") when type == typeof(string) => $"compares by culture in C# and by collation in engines: use Portable.{member.Name}, or StringComparison.Ordinal",
        (var type, "Contains") when type == typeof(string) => "with a comparison other than the ordinal one depends on the engine: use Portable.Contains",
        (var type, "Compare" or "CompareTo" or "CompareOrdinal") when type == typeof(string) => "orders by culture, by UTF-16 unit or by the engine's collation: use Portable.CompareText",
        (var type, "Equals") when type == typeof(string) && ((MethodInfo)member).GetParameters()[^1].ParameterType == typeof(StringComparison) =>
            "with a comparison depends on the engine's collation: use ==, which is ordinal, or Portable.LowerAscii on both sides",
        (var type, "ToUpper" or "ToUpperInvariant") when type == typeof(string) => "knows other letters by the engine: use Portable.UpperAscii",
        (var type, "ToLower" or "ToLowerInvariant") when type == typeof(string) => "knows other letters by the engine: use Portable.LowerAscii",
        (var type, "Length") when type == typeof(string) => "counts UTF-16 units in C# and code points or bytes in engines: use Portable.Length",
        (var type, "Trim") when type == typeof(string) => "takes all white space in C# and blanks alone in engines: use Portable.Trim",
        (var type, "Replace") when type == typeof(string) => "of characters, or with a comparison, depends on the engine: use Portable.Replace",
        (var type, "DateDiff") when type == typeof(Sql) => "rounds, truncates or keeps fractions, by the engine: use Portable.ElapsedMicroseconds",
        (var type, "Like") when type == typeof(Sql) => "minds case or not, by the engine: use Portable.Contains, StartsWith or EndsWith",
        (var type, "Lower" or "Upper") when type == typeof(Sql) => $"knows other letters by the engine: use Portable.{member.Name}Ascii",
        (var type, "Length" or "Trim") when type == typeof(Sql) => $"depends on the engine: use Portable.{member.Name}",
        (var type, "CurrentTimestamp" or "CurrentTimestamp2" or "CurrentTimestampUtc" or "CurrentTzTimestamp" or "GetDate") when type == typeof(Sql) => Clock,
        _ => null,
    };

    static bool IsOrdinal(Expression expression) => expression is MethodCallExpression { Method: { Name: "StartsWith" or "EndsWith" or "Contains" or "Equals" } method, Arguments: [.., ConstantExpression { Value: StringComparison.Ordinal }] }
        && method.DeclaringType == typeof(string);

    static bool IsOther(Expression operand) => operand is UnaryExpression { NodeType: ExpressionType.Convert, Operand.Type: var type } && type != typeof(string);
}
