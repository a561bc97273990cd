using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Resale;

/// <summary>A sold unit’s clearance does not hold. It cannot be stopped any more; a person finds out what must be done.</summary>
public sealed record SoldUnitDoubted(
    Guid UnitId,
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string Buyer,
    string Reason);
