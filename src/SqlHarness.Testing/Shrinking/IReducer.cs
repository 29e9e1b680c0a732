namespace SqlHarness.Testing.Shrinking;

/// <summary>Makes smaller cases of a failing one that is a single table.</summary>
public interface IReducer<TRow> : ICaseReducer<IReadOnlyList<TRow>>;
