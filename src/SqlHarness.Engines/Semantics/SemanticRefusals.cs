using System.Linq.Expressions;
using LinqToDB.Interceptors;

namespace SqlHarness.Engines.Semantics;

/// <summary>Refuses the queries whose answer would hang on what an engine does not keep of the contract; all others run.</summary>
/// <param name="engine">The engine and its version, for the message.</param>
/// <param name="broken">What it does not keep.</param>
sealed class SemanticRefusals(string engine, IReadOnlyList<BrokenRule> broken) : IQueryExpressionInterceptor
{
    /// <summary>What the engine does not keep, a sentence each.</summary>
    public IReadOnlyList<string> Sentences => [.. broken.Select(Sentence)];

    public Expression ProcessExpression(Expression expression, QueryExpressionArgs args)
    {
        var needs = Needs.Of(expression);
        return broken.FirstOrDefault(b => needs.Contains(b.Rule.Need)) is { } first ? throw new EngineException($"The query cannot be run: {Sentence(first)}") { IsRefusal = true } : expression;
    }

    string Sentence(BrokenRule rule) => $"on {engine} it is not so that {rule.Rule.Rule} (it said {rule.Answer}).";
}
