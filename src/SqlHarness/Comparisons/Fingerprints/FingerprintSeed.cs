using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The coefficients of a run's fingerprints: random numbers below the prime, drawn from a seed, so that both sides and every engine have the same.</summary>
/// <param name="seed">The seed.</param>
sealed class FingerprintSeed(int seed)
{
    readonly Dictionary<(int Form, int Column, int Place), long> _drawn = [];
    readonly Random _random = new(seed);

    /// <summary>The place of a column's coefficient for NULL, and of a form's constant.</summary>
    public const int Null = -1;

    /// <summary>A coefficient; the same whenever it is asked for, whatever was asked before.</summary>
    public long this[int form, int column, int place]
    {
        get
        {
            // Drawn in a fixed order, far enough for every column that there may be.
            while (!_drawn.ContainsKey((form, column, place)))
                DrawColumn();
            return _drawn[(form, column, place)];
        }
    }

    int _columns = -1;

    void DrawColumn()
    {
        for (var form = 0; form < Forms; form++)
        {
            for (var place = Null; place < MostLimbs; place++)
                _drawn[(form, _columns, place)] = _random.NextInt64(1, Modular.Prime);
        }

        _columns++;
    }

    /// <summary>Two for the row, one for its key.</summary>
    public const int Forms = 3;

    const int MostLimbs = 9;
}
