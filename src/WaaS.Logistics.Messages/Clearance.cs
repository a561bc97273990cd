namespace WaaS.Logistics.Messages;

/// <summary>The right to leave the secured area: every slot of the device has its record. Only a <c>DeviceCleared</c> carries one.</summary>
/// <param name="Revision">Rises with every clearing and re-opening of the device in this return cycle; the highest counts.</param>
public sealed record Clearance(
    int Cycle,
    int Revision,
    IReadOnlyList<ClearedSlot> Slots);
