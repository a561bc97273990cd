using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Resale;

/// <summary>A stock unit lies in its bin.</summary>
public sealed record UnitStocked(
    Guid UnitId,
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string Grade,
    string Bin);
