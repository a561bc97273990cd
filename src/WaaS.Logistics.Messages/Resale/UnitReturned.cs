namespace WaaS.Logistics.Messages.Resale;

/// <summary>A sold unit has come back: what is on it now is unknown.</summary>
public sealed record UnitReturned(
    Guid UnitId,
    Guid DeviceId,
    string DeviceSerial,
    string Buyer);
