using WaaS.Logistics.Custody.DeviceLife;

namespace WaaS.Logistics.Custody.SearchFacts;

/// <summary>One line of a search: the device, and what last happened to it.</summary>
public sealed record FoundDevice(Guid Device, string Name, string? Serial, FactWord? LastWord, string LastEvent, DateTime LastAt)
{
    internal static FoundDevice? Of(Guid device, IReadOnlyList<Data.Fact> life)
    {
        if (life.Count == 0)
            return null;
        var view = LifeView.Of(device, life);
        return new FoundDevice(device, view.Name, view.Serial, view.Entries[^1].Word, view.Entries[^1].Event, view.Entries[^1].OccurredAt);
    }
}
