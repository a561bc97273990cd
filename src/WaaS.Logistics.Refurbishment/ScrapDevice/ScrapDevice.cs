using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Refurbishment.Data;

namespace WaaS.Logistics.Refurbishment.ScrapDevice;

internal sealed record ScrapDeviceRequest(Guid OpId, string Reason);

internal sealed record ScrapDeviceAnswer(Guid DeviceId, int Cycle, string Reason);

/// <summary>A cleared device is not worth selling.</summary>
internal sealed class ScrapDevice(RefurbishmentDb db)
{
    public Task<ScrapDeviceAnswer> Handle(Guid deviceId, ScrapDeviceRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "scrap-device", new { deviceId, request.Reason }, async () =>
        {
            var device = await db.Device(deviceId, cancel);
            var scrapped = device.Scrap(request.Reason, db.Origin, db.Now);
            db.AddToOutbox(scrapped);
            return new ScrapDeviceAnswer(device.Id, scrapped.Cycle, scrapped.Reason);
        }, [], cancel);
}
