namespace WaaS.Logistics.Messages.Refurbishment;

/// <summary>A sealed device has been opened: its clearance no longer holds.</summary>
public sealed record SealBroken(
    Guid DeviceId,
    int Cycle,
    string DeviceSerial,
    string SealNumber);
