using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Orders;

internal enum OrderState
{
    Open,
    Cleared,

    /// <summary>The receipt it was opened by has been taken back. Final.</summary>
    Withdrawn,
}

/// <summary>Whether it is known how many carriers the device has. Not knowing blocks.</summary>
internal enum SlotCount
{
    Unknown,
    ByContract,
    ByTwoPersons,
}

/// <summary>Everything that must happen to one device in one return cycle before it may leave the secured area.</summary>
internal sealed partial class WipeOrder : Root
{
    private static readonly string ReceivedAgain = Saying.Of(SaidWord.ReceivedAgain);
    private readonly List<WipeSlot> _slots = [];

    private WipeOrder()
    {
    }

    public WipeOrder(DeviceReceived received, DateTime now)
    {
        DeviceId = received.DeviceId;
        Cycle = received.Cycle;
        ReturnOrderId = received.OrderId;
        OrderNumber = received.OrderNumber;
        ContractNumber = received.ContractNumber;
        Customer = received.Customer?.Trim() ?? "";
        Manufacturer = received.Manufacturer;
        Model = received.Model;
        Serial = received.Serial;
        DeviceKey = Serials.Key(received.Serial) ?? "";
        ProtectionNeed = received.ProtectionNeed;
        ProductClass = received.ProductClass;
        ExpectedSlots = received.ExpectedSlots;
        Place = received.Place;
        OpenedAt = WaitingSince = now;
        foreach (var seen in received.Slots ?? [])
            LearnSlot(seen.Slot, seen.CarrierSerial, SlotSource.Seen);
        ExpectTheRest("", now);
        CountAgain();
    }

    public Guid DeviceId { get; private set; }
    public int Cycle { get; private set; }
    public Guid ReturnOrderId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public string? ContractNumber { get; private set; }
    public string Customer { get; private set; } = "";
    public string Manufacturer { get; private set; } = "";
    public string Model { get; private set; } = "";
    public string Serial { get; private set; } = "";
    public string DeviceKey { get; private set; } = "";
    public string ProtectionNeed { get; private set; } = "";
    public string? ProductClass { get; private set; }
    public int? ExpectedSlots { get; private set; }
    public SlotCount SlotCount { get; private set; }
    public string Place { get; private set; } = "";
    public OrderState State { get; private set; } = OrderState.Open;

    /// <summary>Rises with every clearing and re-opening; the highest one counts wherever it is heard.</summary>
    public int Revision { get; private set; }
    public Guid? ClearanceId { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public DateTime WaitingSince { get; private set; }

    /// <summary>When a hold or a newer return of the device changed last what this order's gate must know.</summary>
    public DateTime? FactsChangedAt { get; private set; }

    public IReadOnlyList<WipeSlot> Slots => _slots;

    public bool OwnerIsSettled => Customer.Length > 0;

    public WipeSlot Slot(Guid id) => _slots.SingleOrDefault(slot => slot.Id == id) ?? throw RefusedException.NotFound("slot", id.ToString());

    public WipeSlot? SlotOfCarrier(string? serial) => Serials.Key(serial) is { } key ? _slots.FirstOrDefault(slot => slot.CarrierKey == key) : null;

    /// <summary>A hold was placed or lifted, or the device came back again: whoever decides on this order at the same moment must look again.</summary>
    public void NoteFactsChanged(DateTime now) => FactsChangedAt = now;

    /// <summary>What a repeated or later telling of the arrival adds. Nothing is ever taken away by it.</summary>
    public void Learn(DeviceReceived again, DateTime now)
    {
        if (State == OrderState.Withdrawn)
            return;
        foreach (var seen in again.Slots ?? [])
            if (SlotOfCarrier(seen.CarrierSerial) is null && (seen.CarrierSerial is not null || _slots.All(slot => slot.Name != seen.Slot)))
                AddCarrier(seen.Slot, seen.CarrierSerial, SlotSource.Seen, ReopeningCause.ReceivedAgain, ReceivedAgain, now);
        if (again.ExpectedSlots > ExpectedSlots)
            ExpectedSlots = again.ExpectedSlots;
        ExpectTheRest(ReceivedAgain, now);
    }

    // A carrier expected that nobody has seen yet is a slot all the same; an empty slot is no carrier, and what was found beyond does not stand for it.
    private void ExpectTheRest(string reason, DateTime now)
    {
        var known = _slots.Count(slot => !slot.SeenEmpty && slot.Source is SlotSource.Expected or SlotSource.Seen or SlotSource.Recorded);
        for (; known < ExpectedSlots; known++)
            AddCarrier($"expected-{known + 1}", null, SlotSource.Expected, ReopeningCause.ReceivedAgain, reason, now);
    }

    private WipeSlot LearnSlot(string name, string? carrierSerial, SlotSource source)
    {
        var slot = new WipeSlot(this, FreeName(name), carrierSerial, source);
        _slots.Add(slot);
        return slot;
    }

    private string FreeName(string name)
    {
        var wanted = string.IsNullOrWhiteSpace(name) ? "slot" : name.Trim();
        if (wanted.Length > 60)
            wanted = wanted[..60];
        var free = wanted;
        for (var number = 2; _slots.Any(slot => string.Equals(slot.Name, free, StringComparison.OrdinalIgnoreCase)); number++)
            free = $"{wanted}/{number}";
        return free;
    }
}
