using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>Tells what depends on the case: what reads a table, itself or through a CTE. The rest (constants, VALUES) is the same for every case.</summary>
sealed class Reach
{
    readonly Dictionary<CteClause, bool> _ctes = [];

    public bool Of(IQueryElement? element) => element is not null && element.Find(this, static (reach, e) => e switch
    {
        SqlTable => true,
        SqlCteTable { Cte: { } cte } => reach.Of(cte),
        _ => false,
    }) is not null;

    public bool Of(CteClause cte)
    {
        if (_ctes.TryGetValue(cte, out var known))
            return known;
        // A recursive CTE meets itself: that alone reads no table.
        _ctes[cte] = false;
        return _ctes[cte] = Of(cte.Body);
    }
}
