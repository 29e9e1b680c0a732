namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>
    /// The value as the engine at hand computes it: a way round the refusal of members that engines answer differently (<c>Portable.Native(x.Name.ToUpper())</c>), and the word of the
    /// author that a key of an order is unique (<c>OrderBy(x => Portable.Native(x.Time)).Take(5)</c>). What has no portable meaning is still not printed for other dialects.
    /// </summary>
    public static T Native<T>(T value) => value;
}
