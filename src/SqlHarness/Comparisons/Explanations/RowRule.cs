namespace SqlHarness.Comparisons;

/// <summary>A kind of rule about whole rows.</summary>
abstract class RowRule
{
    /// <summary>Whether it says where differences are, and not what they are.</summary>
    public virtual bool SaysWhere => false;

    /// <summary>What rules of the kind cover enough of the rows, the better first.</summary>
    public abstract IEnumerable<Explanation> Of(LookedRows looked);
}
