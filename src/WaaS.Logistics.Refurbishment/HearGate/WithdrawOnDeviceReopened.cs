using Microsoft.Extensions.Logging;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.HearGate;

/// <summary>Kept also for a device nobody here has heard of: it beats an older clearance that is still on its way.</summary>
internal sealed class WithdrawOnDeviceReopened(RefurbishmentDb db, ILogger<WithdrawOnDeviceReopened> log) : Consumer<DeviceReopened, RefurbishmentDb>(db)
{
    protected override async Task Apply(DeviceReopened happened, Received received, CancellationToken cancel)
    {
        var device = await Db.FindDevice(happened.DeviceId, cancel);
        if (device is null)
            Db.Devices.Add(device = new Device(happened.DeviceId, happened.DeviceSerial));
        var heard = device.Hear(happened, received.Origin, received.RecordedAt);
        log.LogInformation("Re-opening {Cycle}/{Revision} of device {Device} is {Heard}", happened.Cycle, happened.Revision, happened.DeviceSerial, heard);
    }
}
