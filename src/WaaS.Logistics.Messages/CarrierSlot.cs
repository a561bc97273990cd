namespace WaaS.Logistics.Messages;

/// <summary>A place for a data carrier in a device, as seen when the device was received.</summary>
/// <param name="CarrierSerial">As scanned from the label; absent where none could be read.</param>
public sealed record CarrierSlot(
    string Slot,
    string? CarrierSerial);
