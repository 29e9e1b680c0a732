namespace SqlHarness.Cli.Generate;

/// <summary>A page view as it happens, before it is sent.</summary>
/// <param name="UserId">Whose; null where the browser did not say.</param>
/// <param name="Instant">When, in microseconds from the begin of the period.</param>
/// <param name="Page">The number of the page in its <see cref="Pool"/>, as the other texts.</param>
/// <param name="Campaign">The campaign whose link was clicked, if one was.</param>
/// <param name="Referrer">The site that the visitor came from, if from one.</param>
/// <param name="Device">What it was viewed with.</param>
/// <param name="Country">Where.</param>
readonly record struct View(long? UserId, long Instant, short Page, short? Campaign, short? Referrer, short Device, short Country);
