using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.StartInspection;

internal sealed record StartInspectionRequest(Guid OpId);

internal sealed record StartInspectionAnswer(Guid DeviceId, int Cycle, int Revision, InspectionState State, string StartedBy);

/// <summary>Somebody takes a waiting device to the bench.</summary>
internal sealed class StartInspection(RefurbishmentDb db)
{
    public Task<StartInspectionAnswer> Handle(Guid deviceId, StartInspectionRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "start-inspection", new { deviceId }, async () =>
        {
            var device = await db.Device(deviceId, cancel);
            var inspection = device.Start(db.Origin, db.Now);
            return new StartInspectionAnswer(device.Id, inspection.Cycle, inspection.Revision, inspection.State, inspection.StartedBy!);
        }, [], cancel);
}
