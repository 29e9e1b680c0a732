using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>A portable function as a dialect spells it.</summary>
/// <param name="Function">The function.</param>
/// <param name="Choice">The value of its enum argument; null for a function without one.</param>
/// <param name="Dialect">The dialect.</param>
/// <param name="Sql">SQL with <c>{0}</c>, <c>{1}</c> for the arguments.</param>
sealed record Spelling(MethodInfo Function, object? Choice, string Dialect, string Sql)
{
    static readonly ConcurrentDictionary<(MethodInfo Function, object? Choice, string Dialect), Spelling?> Known = new();

    /// <summary>The portable functions.</summary>
    public static IReadOnlyList<MethodInfo> Functions { get; } =
        [.. typeof(Portable).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(IsSpelled).OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>Whether it can be NULL: null where it is NULL if an argument is, and only then.</summary>
    public bool? Nullable =>
        Function.ReturnType.IsValueType && System.Nullable.GetUnderlyingType(Function.ReturnType) is null ? false
        : Function.ReturnParameter.IsDefined(typeof(MaybeNullAttribute), false) ? true : null;

    /// <summary>Whether a method has spellings.</summary>
    public static bool IsSpelled(MethodInfo method) => method.IsDefined(typeof(SpelledAttribute), false);

    /// <summary>The values of its enum argument; one null for a function without one.</summary>
    public static IEnumerable<object?> Choices(MethodInfo function) =>
        Array.Find(function.GetParameters(), p => p.ParameterType.IsEnum)?.ParameterType.GetEnumValues().Cast<object?>() ?? [null];

    /// <summary>All spellings in a dialect.</summary>
    public static IEnumerable<Spelling> In(string dialect) => Functions.SelectMany(f => Choices(f).Select(c => Find(f, c, dialect))).OfType<Spelling>();

    /// <exception cref="LinqToDBException">The dialect cannot express the function; the message names both.</exception>
    public static Spelling Of(MethodInfo function, object? choice, string dialect) => Find(function, choice, dialect)
        ?? throw new LinqToDBException($"{function.DeclaringType!.Name}.{function.Name}{(choice is null ? "" : $" by {choice}")} has no spelling in {dialect}.");

    static Spelling? Find(MethodInfo function, object? choice, string dialect) =>
        Known.GetOrAdd((Definition(function), choice, dialect), k =>
        {
            var spelt = k.Function.GetCustomAttributes<SpelledAttribute>().Where(a => a.Dialects.Contains(k.Dialect)).ToList();
            var template = (spelt.Find(a => a.For is not null && a.For.Equals(k.Choice)) ?? spelt.Find(a => a.For is null))?.Template;
            return template is null ? null : new(k.Function, k.Choice, k.Dialect, Chosen(template, k.Choice));
        });

    static string Chosen(string template, object? choice) => choice?.ToString() is not { } name ? template
        : template.Replace("{choice}", name.ToLowerInvariant(), StringComparison.Ordinal).Replace("{CHOICE}", name.ToUpperInvariant(), StringComparison.Ordinal);

    static MethodInfo Definition(MethodInfo function) => function.IsGenericMethod ? function.GetGenericMethodDefinition() : function;
}
