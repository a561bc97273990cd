namespace WaaS.Logistics.Messages;

/// <summary>What proves one slot.</summary>
/// <param name="RecordKind"><c>certificate</c>, <c>destruction</c> or <c>no-carrier</c>.</param>
public sealed record ClearedSlot(
    string Slot,
    string? CarrierSerial,
    string RecordKind,
    string RecordNumber);
