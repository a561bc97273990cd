namespace WaaS.Logistics.Messages.Refurbishment;

/// <summary>A cleared device is not worth selling.</summary>
public sealed record DeviceScrapped(
    Guid DeviceId,
    int Cycle,
    string DeviceSerial,
    string Reason);
