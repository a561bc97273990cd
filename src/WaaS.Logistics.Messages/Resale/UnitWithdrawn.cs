using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Resale;

/// <summary>A stock unit that was not sold is stock no more: scrapped, its receipt taken back, or come back in a later cycle.</summary>
public sealed record UnitWithdrawn(
    Guid UnitId,
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string DeviceSerial,
    string Reason);
