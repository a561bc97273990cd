namespace WaaS.Logistics.Platform.Web;

/// <summary>Where a list goes on.</summary>
public static class Paging
{
    /// <param name="skip">As asked; absent is the beginning.</param>
    /// <exception cref="RefusedException">It is negative.</exception>
    public static int Skip(int? skip) => skip is null or >= 0 ? skip ?? 0 : throw RefusedException.Invalid("skip", "skip is how many rows stand before the first one wanted: 0 or more.");
}
