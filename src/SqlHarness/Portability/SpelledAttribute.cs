namespace SqlHarness.Portability;

/// <summary>
/// How dialects spell a function in SQL. The method's body is what it means, in C#; each dialect has one spelling, and a function without one for a dialect is refused there.
/// The result is NULL where an argument is and nowhere else; it never is if the method's return type cannot be null, and may be for other reasons if that is marked
/// <c>[return: MaybeNull]</c>.
/// </summary>
/// <param name="template">
/// SQL with <c>{0}</c>, <c>{1}</c> for the arguments, an enum not counted. It is put into parentheses by nobody, so it must stand as an operand.
/// <c>{choice}</c> and <c>{CHOICE}</c> are the enum's value in lower and upper case.
/// </param>
/// <param name="dialects">The dialects of <see cref="DialectNames"/> that spell it so.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SpelledAttribute(string template, params string[] dialects) : Attribute
{
    /// <summary>The SQL.</summary>
    public string Template { get; } = template;

    /// <summary>The dialects that spell it so.</summary>
    public IReadOnlyList<string> Dialects { get; } = dialects;

    /// <summary>The value of the function's enum argument that is spelt so; null for all that have no spelling of their own in that dialect.</summary>
    public object? For { get; init; }
}
