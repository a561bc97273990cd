namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>Every slot of the device has accepted evidence: it may leave the secured area.</summary>
public sealed record DeviceCleared(
    Guid DeviceId,
    Guid OrderId,
    string Customer,
    string Manufacturer,
    string Model,
    string Serial,
    string? ProductClass,
    Clearance Clearance);
