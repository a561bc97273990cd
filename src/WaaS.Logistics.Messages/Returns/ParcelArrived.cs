namespace WaaS.Logistics.Messages.Returns;

/// <summary>A parcel of a shipment stands at the dock.</summary>
public sealed record ParcelArrived(
    Guid ParcelId,
    string ParcelNumber,
    Guid? OrderId,
    string? OrderNumber,
    string Place);
