namespace WaaS.Logistics.Messages.Returns;

/// <summary>A device is no longer in quarantine.</summary>
/// <param name="Reason"><c>undone</c> where the scan was taken back, <c>settled</c> where the device has been received properly since, <c>lifted</c> where a supervisor decided.</param>
public sealed record QuarantineLifted(
    Guid QuarantineId,
    Guid? DeviceId,
    Guid? OrderId,
    string Serial,
    string Reason);
