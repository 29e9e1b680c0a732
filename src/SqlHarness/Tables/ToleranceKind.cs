namespace SqlHarness.Tables;

/// <summary>The rules of tolerances; each is said at the member of <see cref="Tolerance"/> that has its name.</summary>
enum ToleranceKind
{
    Trimmed,
    IgnoringCase,
    EmptyIsNull,
    Decimals,
    TimePrecision,
    Absolute,
    Relative,
    Within,

    /// <summary>Texts by what they say; no query reads them alike.</summary>
    Reading,

    /// <summary>A rule of the caller's own: <see cref="Tolerance.Of{T}"/>.</summary>
    Own,
}
