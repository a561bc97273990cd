using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>The device may no longer be taken for cleared.</summary>
public sealed record DeviceReopened(
    Guid DeviceId,
    string DeviceSerial,
    [property: Range(1, 1_000_000)] int Cycle,
    [property: Range(1, 1_000_000)] int Revision,
    string Reason);
