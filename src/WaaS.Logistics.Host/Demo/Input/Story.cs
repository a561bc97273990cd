namespace WaaS.Logistics.Host.Demo.Input;

/// <summary>How a device comes to the dock.</summary>
internal enum Arrival
{
    AsAnnounced,
    ScannedTwice,

    /// <summary>With a label on its carrier that cannot be read at the dock.</summary>
    WithUnreadableCarrier,
    NotAtAll,
    Unexpected,

    /// <summary>In place of an expected one of the same model.</summary>
    Swapped,
}

/// <summary>Where the rules must have brought a device when everybody has gone home.</summary>
internal enum End
{
    Sold,
    OnTheShelf,
    WipeFailed,
    Quarantined,
    Missing,
}

/// <param name="Grade">What the technician finds it worth; null where it never gets to the bench.</param>
internal sealed record Part(string Serial, Arrival Arrival, End End, string? Grade = null);

/// <summary>What happens to each device of <c>deploy/demo/contracts.csv</c>, and to one that is in no contract.</summary>
internal static class Story
{
    public const string EndedContract = "W-2022-117";
    public const string RunningContract = "W-2025-032";
    public const string Stranger = "5CG2099Z9Z";
    public const string StrangerMaker = "HP";
    public const string StrangerModel = "EliteBook 840 G8";
    public const string Buyer = "Zweitleben Elektronik GmbH";

    public static IReadOnlyList<Part> Parts { get; } =
    [
        new("5CG2140K7M", Arrival.AsAnnounced, End.Sold, "A"),
        new("5CG2140K8T", Arrival.ScannedTwice, End.Sold, "B"),
        new("5CG2140KB2", Arrival.NotAtAll, End.Missing),
        new(Stranger, Arrival.Swapped, End.Quarantined),
        new("7KQX4D3", Arrival.AsAnnounced, End.OnTheShelf, "A"),
        new("9FNW6J3", Arrival.AsAnnounced, End.Sold, "B"),
        new("PF3LM0QX", Arrival.AsAnnounced, End.OnTheShelf, "A"),
        new("PC1Z8W4H", Arrival.AsAnnounced, End.OnTheShelf, "B"),
        new("YLNA014217", Arrival.AsAnnounced, End.WipeFailed),
        new("YMFB003391", Arrival.AsAnnounced, End.Sold, "C"),
        new("PF3LN5RT", Arrival.AsAnnounced, End.OnTheShelf, "B"),
        new("2JHV8F3", Arrival.NotAtAll, End.Missing),
        new("8CC1170Q4P", Arrival.AsAnnounced, End.Sold, "A"),
        new("YLNA019963", Arrival.WithUnreadableCarrier, End.OnTheShelf, "C"),
        new("5CG4290X1D", Arrival.Unexpected, End.Quarantined),
    ];
}
