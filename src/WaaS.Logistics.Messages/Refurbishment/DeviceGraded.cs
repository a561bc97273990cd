using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Refurbishment;

/// <summary>A cleared device has its grade.</summary>
/// <param name="Grade">A, B or C.</param>
/// <param name="Customer">The tenant who rented it last: it is never sold back to them.</param>
/// <param name="SealNumber">Of the seal the device was closed with; absent where it has none.</param>
public sealed record DeviceGraded(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    [property: Range(1, 1_000_000)] int ClearanceRevision,
    string Customer,
    string Manufacturer,
    string Model,
    string Serial,
    string? ProductClass,
    string Grade,
    string? SealNumber = null);
