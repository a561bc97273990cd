using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.FindDevices;

/// <summary>One device as its newest inspection stands.</summary>
/// <param name="WaitingSince">UTC; since when it is in this state.</param>
/// <param name="Place">Where it was last in somebody's hands here.</param>
/// <param name="Blocked">Why it cannot go on: <c>locked</c>, <c>withdrawn</c> or <c>sent-back</c>.</param>
public sealed record DeviceRow(
    Guid DeviceId, int Cycle, int Revision, string Serial, string Manufacturer, string Model, string Customer, string? ProductClass,
    InspectionState State, Grade? Grade, DateTime WaitingSince, string? StartedBy, string? Place, string? Blocked, string? BlockedBecause)
{
    public string Name => $"{Manufacturer} {Model}";
}

/// <param name="Answer">Absent while nobody has looked.</param>
public sealed record CheckView(CheckPoint Check, CheckAnswer? Answer, string? Note, string? By, DateTime? At);

public sealed record SlotView(string Slot, string? CarrierSerial, string RecordKind, string RecordNumber);

public sealed record HistoryView(
    int Cycle, int Revision, InspectionEvent Event, CheckPoint? Check, CheckAnswer? Answer, string? Detail, string Actor, string? Station, string? Place, DateTime At);

/// <summary>An inspection that no longer counts.</summary>
public sealed record EarlierView(int Cycle, int Revision, InspectionState State, Grade? Grade, DateTime OpenedAt, DateTime StateSince, string? EndedBy, string? EndedBecause);

/// <param name="Cleared">Whether the clearance the newest inspection rests on still counts.</param>
public sealed record DeviceView(
    DeviceRow Device, bool Cleared, string? SealNumber, string? ScrapReason, string? EndedBy, IReadOnlyList<CheckView> Checks, IReadOnlyList<SlotView> Slots,
    IReadOnlyList<HistoryView> History, IReadOnlyList<EarlierView> Earlier)
{
    public IEnumerable<CheckView> Open => Checks.Where(check => check.Answer is null);

    public bool HasFault => Checks.Any(check => check.Answer == CheckAnswer.Fault);
}
