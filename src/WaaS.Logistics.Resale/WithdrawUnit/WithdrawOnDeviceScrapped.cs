using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Resale.Data;

namespace WaaS.Logistics.Resale.WithdrawUnit;

internal sealed class WithdrawOnDeviceScrapped(ResaleDb db, CycleEnds ends) : Consumer<DeviceScrapped, ResaleDb>(db)
{
    protected override Task Apply(DeviceScrapped happened, Received received, CancellationToken cancel) =>
        ends.Handle(happened.DeviceId, happened.Cycle, $"scrapped: {happened.Reason}", received.Origin.ActorName, cancel);
}
