namespace WaaS.Logistics.Messages.Refurbishment;

/// <summary>A cleared device is not worth selling.</summary>
/// <param name="ClearanceRevision">Of the clearance it was inspected by: a newer one may still bring it back.</param>
public sealed record DeviceScrapped(
    Guid DeviceId,
    int Cycle,
    int ClearanceRevision,
    string DeviceSerial,
    string Reason);
