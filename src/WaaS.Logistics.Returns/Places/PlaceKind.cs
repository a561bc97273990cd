namespace WaaS.Logistics.Returns.Places;

public enum PlaceKind
{
    Dock,
    Secured,
    Quarantine,
    Refurbishment,
    Sellable,
}

internal static class PlaceKinds
{
    /// <summary>Where a device that still holds data may stand. A quarantine is secured as well.</summary>
    public static bool HoldsUnwiped(this PlaceKind kind) => kind is PlaceKind.Secured or PlaceKind.Quarantine;

    /// <summary>As it stands in messages and the API.</summary>
    public static string Word(this PlaceKind kind) => kind.ToString().ToLowerInvariant();
}
