using System.ComponentModel.DataAnnotations;

namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>A carrier has been destroyed under witness, and the record approved.</summary>
public sealed record CarrierDestroyed(
    Guid DeviceId,
    [property: Range(1, 1_000_000)] int Cycle,
    string Slot,
    string? CarrierSerial,
    string RecordNumber);
