using System.Linq.Expressions;
using System.Reflection;
using LinqToDB.Common;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>
/// While a query is printed, the delegates that linq2db makes for its values are interpreted. It compiles two for each constant and parameter, to find the query again or to run it, and neither
/// is done here; compiling them takes more than half of the time.
/// </summary>
static class InterpretedDelegates
{
    // linq2db takes one compiler for the process and does not tell which; another's stays in charge of all that is not printed.
    static readonly FieldInfo? Compiler = typeof(Compilation).GetField("_compiler", BindingFlags.NonPublic | BindingFlags.Static);

    static readonly Lock Installing = new();

    static Func<LambdaExpression, Delegate?>? others;

    [ThreadStatic]
    static bool isPrinting;

    /// <summary>Whether linq2db still keeps its compiler where we look; if not, printing is slower, and nothing else.</summary>
    public static bool IsKnown => Compiler is not null;

    /// <summary>What a function gives, in which linq2db's delegates are interpreted.</summary>
    public static T In<T>(Func<T> print)
    {
        Install();
        isPrinting = true;
        try
        {
            return print();
        }
        finally
        {
            isPrinting = false;
        }
    }

    static void Install()
    {
        lock (Installing)
        {
            if (Compiler is null || Compiler.GetValue(null) is Func<LambdaExpression, Delegate?> { Method: var method } && method == ((Func<LambdaExpression, Delegate?>)Compile).Method)
                return;
            others = (Func<LambdaExpression, Delegate?>?)Compiler.GetValue(null);
            Compilation.SetExpressionCompiler(Compile);
        }
    }

    static Delegate? Compile(LambdaExpression lambda) => isPrinting ? lambda.Compile(preferInterpretation: true) : others?.Invoke(lambda);
}
