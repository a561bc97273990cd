namespace WaaS.Logistics.Messages;

/// <summary>What somebody saw in one slot of a device when it was received.</summary>
/// <param name="State"><c>carrier</c> or <c>empty</c>.</param>
/// <param name="CarrierSerial">As scanned from the label; absent where the slot is empty or the label cannot be read.</param>
public sealed record SeenSlot(
    string Slot,
    string State,
    string? CarrierSerial);
