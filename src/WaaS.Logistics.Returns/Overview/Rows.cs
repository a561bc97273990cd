using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Overview;

public sealed record OrderRow(
    Guid Id, string Number, string Customer, string? Contract, DateOnly? DueOn, OrderState State, DateTime OpenedAt, string Owner,
    int Expected, int Received, int Missing, int Parcels, int ParcelsArrived, int OpenDiscrepancies);

/// <summary>A return order as it should be beside how it is.</summary>
public sealed record OrderTwin(
    OrderRow Order,
    IReadOnlyList<ExpectedRow> Devices,
    IReadOnlyList<QuarantineRow> Quarantined,
    IReadOnlyList<ParcelRow> Parcels,
    IReadOnlyList<SessionRow> Sessions,
    IReadOnlyList<DiscrepancyRow> Discrepancies,
    IReadOnlyList<PhotoRow> Photos);

public sealed record ExpectedRow(Guid DeviceId, string Manufacturer, string Model, string Serial, ExpectedState State, string? Place, DateTime? ReceivedAt, int? Cycle);

public sealed record QuarantineRow(Guid Id, Guid? DeviceId, string OrderNumber, string? Manufacturer, string? Model, string Serial, ScanOutcome Outcome, ScanReason Reason, string Place, DateTime At);

public sealed record ParcelRow(Guid Id, string Number, string? Carrier, string? Tracking, string Label, DateTime? ArrivedAt, string? ArrivedBy, string? Place);

public sealed record SessionRow(Guid Id, string Number, string Order, string Station, string OpenedBy, DateTime OpenedAt, DateTime? ClosedAt, string? ClosedBy);

public sealed record DiscrepancyRow(
    Guid Id, Guid OrderId, string OrderNumber, string Customer, DiscrepancyKind Kind, ScanReason Reason, string Serial, Guid? DeviceId, string Owner,
    DateTime FoundAt, DiscrepancyState State, string? ResolvedBy, DateTime? ResolvedAt, string? Resolution);

/// <summary>What a station shows of its session.</summary>
public sealed record SessionView(
    SessionRow Session, string Customer, string Place, string QuarantinePlace,
    int Expected, int Received, int Open, int Quarantined, IReadOnlyList<ScanRow> Scans, IReadOnlyList<PhotoRow> Photos);

public sealed record ScanRow(
    Guid Id, int Number, string Serial, string? Manufacturer, string? Model, Guid? DeviceId, ScanOutcome Outcome, ScanReason Reason, string? Place,
    string By, DateTime At, string? CorrectedBy, DateTime? CorrectedAt, IReadOnlyList<CodeRow> Codes);

/// <summary>Another code of the label.</summary>
/// <param name="Kind">As labels print it, for example GTIN or MAC; <c>Arrived</c> for what the station's calibration repaired.</param>
public sealed record CodeRow(string Kind, string Value);

public sealed record FleetRow(Guid DeviceId, string Manufacturer, string Model, string Serial, string Contract, string Customer, DateOnly EndsOn, int? CarrierSlots, string Label);
