namespace WaaS.Logistics.Messages.Resale;

/// <summary>A stock unit is promised to a buyer.</summary>
public sealed record UnitReserved(
    Guid UnitId,
    Guid DeviceId,
    string DeviceSerial,
    Guid ReservationId,
    string Buyer);
