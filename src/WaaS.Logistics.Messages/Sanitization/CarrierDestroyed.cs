namespace WaaS.Logistics.Messages.Sanitization;

/// <summary>A carrier has been destroyed under witness, and the record approved.</summary>
public sealed record CarrierDestroyed(
    Guid DeviceId,
    int Cycle,
    string Slot,
    string? CarrierSerial,
    string RecordNumber);
