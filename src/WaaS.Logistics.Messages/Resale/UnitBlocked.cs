using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Resale;

/// <summary>A stock unit’s clearance no longer holds: it leaves the stock and goes back to sanitization.</summary>
/// <param name="Bin">Where it lies and must be taken from; absent where it lies in none.</param>
public sealed record UnitBlocked(
    Guid UnitId,
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string? Bin,
    string Reason);
