using System.Text.Json;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.SeeCarriers;

/// <summary>The newest look into a device in one return cycle. Kept, since it may come before the receipt.</summary>
internal sealed class SeenAccount
{
    private SeenAccount()
    {
    }

    public SeenAccount(Guid deviceId, int cycle) => (DeviceId, Cycle) = (deviceId, cycle);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid DeviceId { get; private set; }
    public int Cycle { get; private set; }
    public int Revision { get; private set; }
    public bool CountUnknown { get; private set; }

    /// <summary>JSON: the slots as they were said.</summary>
    public string Slots { get; private set; } = "[]";
    public DateTime ReceivedAt { get; private set; }

    public IReadOnlyList<SeenSlot> ReadSlots() => JsonSerializer.Deserialize<SeenSlot[]>(Slots, ServiceDb.EventJson)!;

    public void Take(CarriersSeen seen, DateTime now) =>
        (Revision, CountUnknown, Slots, ReceivedAt) = (seen.Revision, seen.CountUnknown, JsonSerializer.Serialize(seen.Slots ?? [], ServiceDb.EventJson), now);
}
