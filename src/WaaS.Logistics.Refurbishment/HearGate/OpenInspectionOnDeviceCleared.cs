using Microsoft.Extensions.Logging;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.HearGate;

internal sealed class OpenInspectionOnDeviceCleared(RefurbishmentDb db, ILogger<OpenInspectionOnDeviceCleared> log) : Consumer<DeviceCleared, RefurbishmentDb>(db)
{
    protected override async Task Apply(DeviceCleared happened, Received received, CancellationToken cancel)
    {
        var device = await Db.FindDevice(happened.DeviceId, cancel);
        if (device is null)
            Db.Devices.Add(device = new Device(happened.DeviceId, happened.Serial));
        var heard = device.Hear(happened, received.Origin, received.RecordedAt);
        log.LogInformation("Clearance {Cycle}/{Revision} of device {Device} is {Heard}", happened.Clearance.Cycle, happened.Clearance.Revision, happened.Serial, heard);
    }
}
