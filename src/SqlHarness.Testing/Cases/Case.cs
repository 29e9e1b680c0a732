namespace SqlHarness.Testing.Cases;

/// <summary>One generated input of a query.</summary>
/// <param name="Id">Its number in the batch; every row carries it.</param>
/// <param name="Rows">Its rows, in physical order.</param>
public sealed record Case<TRow>(int Id, IReadOnlyList<TRow> Rows);
