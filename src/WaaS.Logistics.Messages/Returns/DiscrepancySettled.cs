namespace WaaS.Logistics.Messages.Returns;

/// <summary>A discrepancy is no longer open.</summary>
/// <param name="State"><c>Resolved</c> where somebody found out why, <c>Withdrawn</c> where the scan that found it was taken back.</param>
public sealed record DiscrepancySettled(
    Guid DiscrepancyId,
    Guid OrderId,
    string OrderNumber,
    Guid? DeviceId,
    string Serial,
    string Kind,
    string State,
    string? Resolution);
