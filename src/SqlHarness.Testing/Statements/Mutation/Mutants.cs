using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>Finds all mutants of a statement.</summary>
static class Mutants
{
    /// <summary>The mutants, in an order of their own: the k-th of one copy of a statement is the k-th of any other.</summary>
    /// <param name="statement">The statement, as <see cref="HarnessConnection.Mutate"/> gets it; it is not changed before a mutant is applied.</param>
    /// <param name="values">The values of its parameters, from the same call; constants without a value stay as they are.</param>
    public static IReadOnlyList<Mutant> Of(SqlStatement statement, IReadOnlyParameterValues? values)
    {
        List<Mutant> mutants = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        Dictionary<string, int> equal = new(StringComparer.Ordinal);
        foreach (var level in new MutatedStatement(statement, values).Levels)
        {
            HashSet<string> effects = new([level.Effect], StringComparer.Ordinal);
            foreach (var (code, change) in Catalogue.Operators.SelectMany(o => o.Of(level).Select(c => (o.Code, c))).Where(c => c.c.Effect is not { } effect || effects.Add(effect)))
            {
                var place = string.Join('\n', code, level.Name, change.Before, change.After);
                var ordinal = equal[place] = equal.GetValueOrDefault(place) + 1;
                mutants.Add(new(code, level.Name, change, Id(code, $"{place}\n{ordinal}", ids)));
            }
        }

        return mutants;
    }

    // Lengthened in the rare case that two are equal by chance.
    static string Id(string code, string text, HashSet<string> taken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return Enumerable.Range(6, hash.Length - 6).Select(n => string.Create(CultureInfo.InvariantCulture, $"{code}-{hash[..n]}")).First(taken.Add);
    }
}
