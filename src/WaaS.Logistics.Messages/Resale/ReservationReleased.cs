using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Resale;

/// <summary>A stock unit is promised to nobody any more.</summary>
/// <param name="PutAwayAgain">It had been picked, and waits for a bin again.</param>
public sealed record ReservationReleased(
    Guid UnitId,
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    Guid ReservationId,
    string Buyer,
    string Reason,
    bool PutAwayAgain);
