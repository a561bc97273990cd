namespace WaaS.Logistics.Messages.Resale;

/// <summary>A reserved stock unit has been taken from its bin.</summary>
public sealed record UnitPicked(
    Guid UnitId,
    Guid DeviceId,
    string DeviceSerial,
    string Bin,
    string PickList);
