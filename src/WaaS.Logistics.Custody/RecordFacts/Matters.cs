using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Messages.Sanitization;

namespace WaaS.Logistics.Custody.RecordFacts;

/// <summary>What each event begins or ends waiting for; the whole table on one screen.</summary>
internal static class Matters
{
    public static async Task Follow(CustodyDb db, object happened, DateTime at, CancellationToken cancel)
    {
        foreach (var (kind, key, opening) in Of(happened))
        {
            var matter = db.Matters.Local.SingleOrDefault(row => row.Kind == kind && row.Key == key)
                ?? await db.Matters.SingleOrDefaultAsync(row => row.Kind == kind && row.Key == key, cancel);
            if (matter is null)
                db.Matters.Add(matter = new Matter(kind, key));
            if (opening is { } open)
                matter.Open(open.Device, open.Name, open.Detail, at);
            else
                matter.Close(at);
        }
    }

    private static IEnumerable<(MatterKind Kind, string Key, Opening? Opening)> Of(object happened) => happened switch
    {
        DeviceReceived e => [Open(MatterKind.AwaitingSanitization, Cycle(e.DeviceId, e.Cycle), e.DeviceId, e.Serial, e.Place)],
        DeviceQuarantined e => [Open(MatterKind.Quarantined, $"{e.QuarantineId}", e.DeviceId, e.Serial, e.Outcome)],
        QuarantineLifted e => [Close(MatterKind.Quarantined, $"{e.QuarantineId}")],
        ReceiptCorrected e => [Close(MatterKind.AwaitingSanitization, Cycle(e.DeviceId, e.Cycle))],
        DiscrepancyFound e => [Open(MatterKind.Discrepancy, $"{e.DiscrepancyId}", e.DeviceId, e.Serial, e.Kind)],
        DiscrepancySettled e => [Close(MatterKind.Discrepancy, $"{e.DiscrepancyId}")],
        WipeFailed e => [Open(MatterKind.WipeFailed, Slot(e.DeviceId, e.Cycle, e.Slot), e.DeviceId, e.DeviceSerial, string.Join(", ", e.Rules))],
        CarrierSanitized e => [Close(MatterKind.WipeFailed, Slot(e.DeviceId, e.Cycle, e.Slot))],
        CarrierDestroyed e => [Close(MatterKind.WipeFailed, Slot(e.DeviceId, e.Cycle, e.Slot))],
        DeviceCleared e =>
        [
            Close(MatterKind.AwaitingSanitization, Cycle(e.DeviceId, e.Clearance.Cycle)),
            Close(MatterKind.Reopened, Cycle(e.DeviceId, e.Clearance.Cycle)),
            Open(MatterKind.AwaitingInspection, Cycle(e.DeviceId, e.Clearance.Cycle), e.DeviceId, e.Serial, ""),
        ],
        DeviceReopened e =>
        [
            Open(MatterKind.Reopened, Cycle(e.DeviceId, e.Cycle), e.DeviceId, e.DeviceSerial, e.Reason),
            Close(MatterKind.AwaitingInspection, Cycle(e.DeviceId, e.Cycle)),
        ],
        DeviceGraded e => [Close(MatterKind.AwaitingInspection, Cycle(e.DeviceId, e.Cycle))],
        // What follows at sanitization opens its own matter; nobody inspects what was sent back.
        CarrierFound e => [Close(MatterKind.AwaitingInspection, Cycle(e.DeviceId, e.Cycle))],
        SealBroken e => [Close(MatterKind.AwaitingInspection, Cycle(e.DeviceId, e.Cycle))],
        DeviceScrapped e => [Close(MatterKind.AwaitingInspection, Cycle(e.DeviceId, e.Cycle))],
        UnitAdmitted e => [Open(MatterKind.AwaitingPutAway, $"{e.UnitId}", e.DeviceId, e.DeviceSerial, e.Grade)],
        UnitStocked e => [Close(MatterKind.AwaitingPutAway, $"{e.UnitId}")],
        UnitReserved e => [Open(MatterKind.AwaitingPick, $"{e.UnitId}", e.DeviceId, e.DeviceSerial, e.Buyer)],
        UnitPicked e => [Close(MatterKind.AwaitingPick, $"{e.UnitId}"), Open(MatterKind.AwaitingSale, $"{e.UnitId}", e.DeviceId, e.DeviceSerial, e.PickList)],
        ReservationReleased e =>
        [
            Close(MatterKind.AwaitingPick, $"{e.UnitId}"),
            Close(MatterKind.AwaitingSale, $"{e.UnitId}"),
            .. e.PutAwayAgain ? [Open(MatterKind.AwaitingPutAway, $"{e.UnitId}", e.DeviceId, e.DeviceSerial, e.Reason)] : Array.Empty<(MatterKind, string, Opening?)>(),
        ],
        UnitBlocked e => [Close(MatterKind.AwaitingPutAway, $"{e.UnitId}")],
        UnitWithdrawn e => [Close(MatterKind.AwaitingPutAway, $"{e.UnitId}")],
        UnitSold e => [Close(MatterKind.AwaitingSale, $"{e.UnitId}")],
        SoldUnitDoubted e => [Open(MatterKind.SaleInDoubt, $"{e.UnitId}", e.DeviceId, e.DeviceSerial, e.Reason)],
        SaleDoubtSettled e => [Close(MatterKind.SaleInDoubt, $"{e.UnitId}")],
        UnitReturned e => [Close(MatterKind.SaleInDoubt, $"{e.UnitId}")],
        _ => [],
    };

    private static (MatterKind, string, Opening?) Open(MatterKind kind, string key, Guid? device, string name, string detail) =>
        (kind, key, new Opening(device, name, detail));

    private static (MatterKind, string, Opening?) Close(MatterKind kind, string key) => (kind, key, null);

    private static string Cycle(Guid device, int cycle) => $"{device}/{cycle}";

    private static string Slot(Guid device, int cycle, string slot) => $"{device}/{cycle}/{slot}";

    private sealed record Opening(Guid? Device, string Name, string Detail);
}
