namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>
/// An atom is true, false and, where NULL can make it so, unknown; and it decides its condition both ways: with this atom otherwise the condition
/// would be otherwise (masking MC/DC). In a
/// condition of AND, to decide as false is to be the only part that is not met: a near miss.
/// </summary>
sealed class TruthCriterion : IAtomCriterion
{
    public IEnumerable<Aim> Of(Atom atom, Scope scope)
    {
        var (holds, unknown) = (Flag.Of(atom.Predicate), Unknown(atom, scope));
        var (isTrue, isFalse) = unknown is null ? (holds, !holds) : (holds & !unknown, !holds & !unknown);
        yield return new(scope.Goal(atom.Text, "true"), atom.Evaluated(isTrue));
        yield return new(scope.Goal(atom.Text, "false"), atom.Evaluated(isFalse));
        if (unknown is not null)
            yield return new(scope.Goal(atom.Text, "unknown"), atom.Evaluated(unknown));
        if (atom.Decides is null)
            yield break;
        yield return new(scope.Goal(atom.Text, "decides as true"), atom.Matters(isTrue));
        yield return new(scope.Goal(atom.Text, "decides as false"), atom.Matters(isFalse));
    }

    static Flag? Unknown(Atom atom, Scope scope)
    {
        if (!Atoms.MindsNull(atom.Predicate))
            return null;
        var known = Atoms.Operands(atom.Predicate).Where(o => !Scope.IsConstant(o) && scope.CanBeNull(o)).Select(Flag.IsKnown).ToList();
        return known.Count == 0 ? null : !known.Aggregate((a, b) => a & b);
    }
}
