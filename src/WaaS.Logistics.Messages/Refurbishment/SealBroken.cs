using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Refurbishment;

/// <summary>A sealed device has been opened: its clearance no longer holds.</summary>
public sealed record SealBroken(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string SealNumber);
