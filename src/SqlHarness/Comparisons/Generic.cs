using System.Reflection;

namespace SqlHarness.Comparisons;

/// <summary>Makes objects, and calls methods, of types that are known only at run time: a row's tree is made for each table.</summary>
static class Generic
{
    /// <summary>A new object of a generic type.</summary>
    /// <param name="definition">The type's definition.</param>
    /// <param name="arguments">Its type arguments.</param>
    /// <param name="values">The constructor's arguments; what it throws is thrown as it is.</param>
    public static T New<T>(Type definition, Type[] arguments, params object?[] values) =>
        (T)Activator.CreateInstance(definition.MakeGenericType(arguments), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, values, null)!;

    /// <summary>What a generic method returns.</summary>
    /// <param name="method">The method, of any type.</param>
    /// <param name="target">Whose; null for a static one.</param>
    /// <param name="argument">Its type argument.</param>
    /// <param name="values">Its arguments; what it throws is thrown as it is.</param>
    public static T Call<T>(Delegate method, object? target, Type argument, params object?[] values) =>
        (T)method.Method.GetGenericMethodDefinition().MakeGenericMethod(argument).Invoke(target, BindingFlags.DoNotWrapExceptions, null, values, null)!;
}
