namespace WaaS.Logistics.Messages.Returns;

/// <summary>The receiving of a return order is finished.</summary>
public sealed record ReturnClosed(
    Guid OrderId,
    string OrderNumber,
    int Received,
    int Missing,
    int Discrepancies);
