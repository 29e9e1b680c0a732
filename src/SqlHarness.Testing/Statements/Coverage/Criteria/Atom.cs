using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>An atom of a condition.</summary>
/// <param name="Predicate">The atom.</param>
/// <param name="Text">Its text.</param>
/// <param name="Guard">Whether its condition is evaluated for a row; null for always.</param>
/// <param name="Decides">Whether the condition is true with the atom true and not with it false, or the other way round; null where the atom is all
/// of the condition.</param>
sealed record Atom(ISqlPredicate Predicate, string Text, Flag? Guard, Flag? Decides)
{
    /// <summary>A flag that counts only where the atom matters.</summary>
    public Flag Matters(Flag flag) => Flag.And(Guard, Flag.And(Decides, flag));

    /// <summary>A flag that counts wherever the atom is evaluated.</summary>
    public Flag Evaluated(Flag flag) => Flag.And(Guard, flag);
}
