using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.GradeDevice;

/// <param name="SealNumber">Where the case was closed with a seal.</param>
internal sealed record GradeDeviceRequest(Guid OpId, Grade Grade, string? SealNumber = null);

internal sealed record GradeDeviceAnswer(Guid DeviceId, int Cycle, int ClearanceRevision, Grade Grade, string? SealNumber);

/// <summary>A wholly checked device gets its grade and may be sold.</summary>
internal sealed class GradeDevice(RefurbishmentDb db)
{
    public Task<GradeDeviceAnswer> Handle(Guid deviceId, GradeDeviceRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "grade-device", new { deviceId, request.Grade, request.SealNumber }, async () =>
        {
            var device = await db.Device(deviceId, cancel);
            await RequireFreshSeal(request.SealNumber, cancel);
            var graded = device.GiveGrade(request.Grade, request.SealNumber, db.Origin, db.Now);
            db.AddToOutbox(graded);
            return new GradeDeviceAnswer(device.Id, graded.Cycle, graded.ClearanceRevision, request.Grade, graded.SealNumber);
        }, [RefurbishmentDb.OneSeal], cancel);

    private async Task RequireFreshSeal(string? seal, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(seal) || DeviceSerial.Key(seal) is not { } key)
            return;
        var other = await db.Inspections.AsNoTracking().Where(row => row.SealKey == key).Select(row => row.Device.Serial).FirstOrDefaultAsync(cancel);
        if (other is not null)
            throw new RefusedException("seal-used", $"Seal {seal.Trim()} was used on {other} before. Take a new one.", 409, "sealNumber", seal.Trim(), other);
    }
}
