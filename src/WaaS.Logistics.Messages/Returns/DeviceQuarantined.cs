namespace WaaS.Logistics.Messages.Returns;

/// <summary>A device is in the house but must not go on: not expected, another customer’s, unknown, swapped, or stopped.</summary>
public sealed record DeviceQuarantined(
    Guid QuarantineId,
    Guid? DeviceId,
    Guid? OrderId,
    string? OrderNumber,
    string? Manufacturer,
    string? Model,
    string Serial,
    string Outcome,
    string Reason,
    string Place);
