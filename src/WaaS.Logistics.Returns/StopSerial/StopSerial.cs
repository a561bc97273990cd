using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.StopSerial;

internal sealed record StopSerialRequest(Guid OpId, string Serial, string Why, string? Manufacturer = null);

internal sealed record LiftStopRequest(Guid OpId, string Because);

public sealed record StopRow(Guid Id, string Serial, string? Manufacturer, string Why, string EnteredBy, DateTime EnteredAt, DateTime? LiftedAt, string? LiftedBy, string? LiftedBecause);

/// <summary>The stop list: devices that must not go on when they turn up, nor if they are in the house already.</summary>
internal sealed class StopSerial(ReturnsDb db)
{
    public Task<StopRow> Handle(StopSerialRequest request, CancellationToken cancel) => db.Once(request.OpId, "stop-serial", request, async () =>
    {
        var entry = new StopEntry(request.Serial, string.IsNullOrWhiteSpace(request.Manufacturer) ? null : request.Manufacturer.Trim(), request.Why, db.Origin.ActorName, db.Now);
        db.Stops.Add(entry);
        foreach (var device in await db.Fleet.Where(row => row.SerialKey == entry.SerialKey && (entry.MakerKey == null || row.MakerKey == entry.MakerKey)).ToListAsync(cancel))
        {
            device.EnterStop();
            // A wipe that has not begun must not begin; at its next scan the device is told where to go.
            if (await db.Receipts.SingleOrDefaultAsync(row => row.DeviceId == device.Id && row.State == ReceiptState.Standing, cancel) is { } receipt)
                db.AddToOutbox(receipt.Stop("stop-list"));
        }
        return Row(entry);
    }, [], cancel);

    public Task<StopRow> Lift(Guid id, LiftStopRequest request, CancellationToken cancel) => db.Once(request.OpId, "lift-stop", new { id, request.Because }, async () =>
    {
        var entry = await db.Stops.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw RefusedException.NotFound("stop", id.ToString());
        entry.Lift(request.Because, db.Origin.ActorName, db.Now);
        return Row(entry);
    }, [], cancel);

    public async Task<IReadOnlyList<StopRow>> All(CancellationToken cancel) =>
        [.. (await db.Stops.AsNoTracking().OrderBy(row => row.LiftedAt != null).ThenByDescending(row => row.EnteredAt).Take(500).ToListAsync(cancel)).Select(Row)];

    private static StopRow Row(StopEntry entry) =>
        new(entry.Id, entry.Serial, entry.Manufacturer, entry.Why, entry.EnteredBy, entry.EnteredAt, entry.LiftedAt, entry.LiftedBy, entry.LiftedBecause);
}
