using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Resale;

/// <summary>A cleared and graded device is a stock unit now, and waits for its bin.</summary>
public sealed record UnitAdmitted(
    Guid UnitId,
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string Grade);
