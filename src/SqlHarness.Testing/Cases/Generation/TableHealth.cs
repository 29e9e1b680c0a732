namespace SqlHarness.Testing.Cases.Generation;

/// <summary>What generating the rows of one table kept and threw away.</summary>
/// <param name="entity">The rows' type, for messages.</param>
sealed class TableHealth(Type entity)
{
    public string Name => entity.Name;

    /// <summary>Rows that stand in cases.</summary>
    public int Kept { get; set; }

    /// <summary>Rows that a user's condition discarded.</summary>
    public int DiscardedByCondition { get; set; }

    /// <summary>Rows whose key was there already.</summary>
    public int DiscardedByKey { get; set; }

    /// <summary>Rows that would have referred to nothing, or had a NULL where none may be.</summary>
    public int DiscardedByReference { get; set; }

    /// <summary>Rows left out after so many attempts that the table became shorter.</summary>
    public int GivenUp { get; set; }

    /// <summary>All rows that were drawn.</summary>
    public int Drawn => Kept + DiscardedByCondition + DiscardedByKey + DiscardedByReference;
}
