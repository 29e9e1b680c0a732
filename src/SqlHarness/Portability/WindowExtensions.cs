using System.Linq.Expressions;
using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>Window functions that linq2db offers for numbers only.</summary>
public static class WindowExtensions
{
    /// <summary>MAX over a window, of a value of any ordered type; NULLs are passed over, and NULL is the answer where there is nothing else.</summary>
    public static T MaxValue<T>(this Sql.IWindowFunction window, T value, Func<WindowFunctionBuilder.IValueFinal, WindowFunctionBuilder.IDefinedFunction> func) =>
        throw new ServerSideOnlyException(nameof(MaxValue));

    /// <summary>MIN over a window, of a value of any ordered type; NULLs are passed over, and NULL is the answer where there is nothing else.</summary>
    public static T MinValue<T>(this Sql.IWindowFunction window, T value, Func<WindowFunctionBuilder.IValueFinal, WindowFunctionBuilder.IDefinedFunction> func) =>
        throw new ServerSideOnlyException(nameof(MinValue));

    /// <summary>
    /// Whether it is linq2db's older MAX or MIN (<c>Sql.Ext.Max(…).Over()</c>) of a type for which it has no newer one. The others it turns into <c>Sql.Window.Max</c>,
    /// which is repaired; this one no translator sees.
    /// </summary>
    internal static bool IsLegacy(MethodCallExpression call) =>
        call.Method.DeclaringType == typeof(AnalyticFunctions) && call.Method.Name is "Max" or "Min" && call.Method.GetGenericArguments() is [var type]
        && !Array.Exists(typeof(WindowFunctionBuilder).GetMethods(), m => m.Name == call.Method.Name && m.GetParameters()[1].ParameterType == type);
}
