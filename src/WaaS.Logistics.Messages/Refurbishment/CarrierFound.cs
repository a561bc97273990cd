using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Refurbishment;

/// <summary>A data carrier has been found that nobody knew of: the device goes back to sanitization.</summary>
public sealed record CarrierFound(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string Slot,
    string? CarrierSerial);
