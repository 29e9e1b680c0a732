using System.Reflection;
using System.Runtime.CompilerServices;

namespace SqlHarness.Tables;

/// <summary>The parts of a key: itself where it is a single value, its members where it is an anonymous type, a tuple or a record.</summary>
public static class KeyParts
{
    static readonly Type[] Scalars = [typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(byte[])];

    /// <summary>Whether values of a type are single column values.</summary>
    public static bool IsScalar(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || Array.IndexOf(Scalars, plain) >= 0;
    }

    /// <summary>The parts of a key, in the order of their declaration.</summary>
    public static IEnumerable<object?> Of(object? key) => key switch
    {
        null => [null],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Of(tuple[i])),
        _ when IsScalar(key.GetType()) => [key],
        _ => key.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(p => Of(p.GetValue(key))),
    };

    /// <summary>Whether no part is NULL. A key with a NULL part matches nothing, as in SQL.</summary>
    public static bool AreKnown(object? key) => Of(key).All(part => part is not null);
}
