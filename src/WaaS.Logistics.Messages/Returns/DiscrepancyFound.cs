namespace WaaS.Logistics.Messages.Returns;

/// <summary>What came is not what was announced. Somebody owns finding out why.</summary>
/// <param name="Kind">Missing, Extra, Swapped, Foreign, Unknown, Stop or Damaged.</param>
public sealed record DiscrepancyFound(
    Guid DiscrepancyId,
    Guid OrderId,
    string OrderNumber,
    Guid? DeviceId,
    string Serial,
    string Kind,
    string Owner);
