using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>Window functions that linq2db offers for numbers only.</summary>
public static class WindowExtensions
{
    /// <summary>MAX over a window, of a value of any ordered type; NULLs are passed over, and NULL is the answer where there is nothing else.</summary>
    public static T MaxValue<T>(this Sql.IWindowFunction window, T value, Func<WindowFunctionBuilder.IValueFinal, WindowFunctionBuilder.IDefinedFunction> func) =>
        throw new ServerSideOnlyException(nameof(MaxValue));
}
