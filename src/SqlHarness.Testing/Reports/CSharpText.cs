using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using SqlHarness.Tables;

namespace SqlHarness.Testing.Reports;

/// <summary>Rows and values as C# source, to be pasted into a test.</summary>
public static class CSharpText
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal", [typeof(string)] = "string", [typeof(char)] = "char", [typeof(object)] = "object",
    };

    /// <summary>
    /// A row as a target-typed <c>new</c>: by its initialisers where it has a constructor without parameters, else by its longest constructor and initialisers for the rest.
    /// Values that are null anyway are left out, and so is what is no column: collections and objects, as associations have them.
    /// </summary>
    public static string Row(object row)
    {
        var type = row.GetType();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).ToList();
        if (type.GetConstructor(Type.EmptyTypes) is not null)
            return $"new(){Initialisers(row, Activator.CreateInstance(type)!, properties)}";
        var parameters = type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [];
        var arguments = parameters.Select(p => properties.Find(q => string.Equals(q.Name, p.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        var rest = Initialisers(row, null, [.. properties.Where(p => !arguments.Contains(p))]);
        return $"new({string.Join(", ", arguments.Select(p => p is null ? "default" : Value(p.GetValue(row))))}){rest}";
    }

    /// <summary>Any value as an expression that needs no target: a scalar, a tuple, or an object by its constructor.</summary>
    public static string Expression(object? value) => value switch
    {
        null => "null",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Expression(tuple[i])))})",
        DateTime => $"new DateTime{Value(value)[3..]}",
        _ when KeyParts.IsScalar(value.GetType()) => Value(value),
        _ => $"new {TypeName(value.GetType())}{Row(value)[3..]}",
    };

    /// <summary>A value as an expression.</summary>
    /// <exception cref="NotSupportedException">The type has no literal here.</exception>
    public static string Value(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => Quoted(text),
        char c => $"(char){(int)c}",
        DateTime time => Time(time),
        // Without parentheses a negative number would be subtracted from the type.
        Enum name => $"({name.GetType().FullName!.Replace('+', '.')})({Convert.ToInt64(name, CultureInfo.InvariantCulture)})",
        TimeSpan span => $"TimeSpan.FromTicks({span.Ticks})",
        Guid id => $"new Guid(\"{id:D}\")",
        DateOnly date => $"new DateOnly({date.Year}, {date.Month}, {date.Day})",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        float number => $"(float){Value((double)number)}",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        byte[] bytes => $"[{string.Join(", ", bytes)}]",
        int or long or short or byte or sbyte or ushort or uint or ulong => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new NotSupportedException($"No C# literal for {value.GetType().Name}."),
    };

    /// <summary>A type's name as C# writes it, without namespaces.</summary>
    public static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } plain ? TypeName(plain) + "?"
        : Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsArray ? TypeName(type.GetElementType()!) + "[]"
        : !type.IsGenericType ? type.Name
        : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";

    /// <summary>A name of words as a C# identifier: <c>Page_views_keep_their_user</c>.</summary>
    public static string Identifier(string words)
    {
        var name = string.Join('_', string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Split('_', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 || char.IsAsciiDigit(name[0]) ? $"Case_{name}" : char.ToUpperInvariant(name[0]) + name[1..];
    }

    static string Initialisers(object row, object? fresh, IEnumerable<PropertyInfo> properties)
    {
        var set = properties.Where(p => p.SetMethod is { IsPublic: true }).Select(p => Initialiser(p, row, fresh)).OfType<string>().ToList();
        return set.Count > 0 ? $" {{ {string.Join(", ", set)} }}" : "";
    }

    static string? Initialiser(PropertyInfo property, object row, object? fresh)
    {
        var isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        if (!KeyParts.IsScalar(property.PropertyType))
            return isRequired ? $"{property.Name} = null!" : null;
        var value = property.GetValue(row);
        // A property whose own default is not null must be set to null where it is.
        return isRequired || value is not null || fresh is not null && property.GetValue(fresh) is not null ? $"{property.Name} = {Value(value)}" : null;
    }

    static string Time(DateTime t)
    {
        var parts = t.Ticks % TimeSpan.TicksPerSecond == 0 ? "" : $", {t.Millisecond}, {t.Microsecond}";
        var text = $"new({t.Year}, {t.Month}, {t.Day}, {t.Hour}, {t.Minute}, {t.Second}{parts}, DateTimeKind.{t.Kind})";
        return t.Ticks % TimeSpan.TicksPerMicrosecond == 0 ? text : $"new({t.Ticks}, DateTimeKind.{t.Kind})";
    }

    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c) : char.IsControl(c) || char.IsSurrogate(c) ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : quoted.Append(c);
        return quoted.Append('"').ToString();
    }
}
