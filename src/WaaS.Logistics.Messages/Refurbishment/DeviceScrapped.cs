using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Refurbishment;

/// <summary>A cleared device is not worth selling.</summary>
/// <param name="ClearanceRevision">Of the clearance it was inspected by: a newer one may still bring it back.</param>
public sealed record DeviceScrapped(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    [property: Range(1, 1_000_000)] int ClearanceRevision,
    string DeviceSerial,
    string Reason);
