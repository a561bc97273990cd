using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.ReopenOrder;

internal sealed class ReopenOnCarrierFound(SanitizationDb db, ReopenOrders reopen) : Consumer<CarrierFound, SanitizationDb>(db)
{
    protected override Task Apply(CarrierFound happened, Received received, CancellationToken cancel) => reopen.Handle(new Reentry
    {
        Id = received.MessageId,
        DeviceId = happened.DeviceId,
        Cycle = happened.Cycle,
        Cause = ReopeningCause.CarrierFound,
        Slot = happened.Slot,
        CarrierSerial = happened.CarrierSerial,
        Reason = Saying.Of(SaidWord.CarrierFoundIn, happened.Slot),
        ReceivedAt = Db.Now,
    }, cancel);
}

internal sealed class ReopenOnSealBroken(SanitizationDb db, ReopenOrders reopen) : Consumer<SealBroken, SanitizationDb>(db)
{
    protected override Task Apply(SealBroken happened, Received received, CancellationToken cancel) => reopen.Handle(new Reentry
    {
        Id = received.MessageId,
        DeviceId = happened.DeviceId,
        Cycle = happened.Cycle,
        Cause = ReopeningCause.SealBroken,
        Reason = Saying.Of(SaidWord.SealBroken, happened.SealNumber),
        ReceivedAt = Db.Now,
    }, cancel);
}

internal sealed class ReopenOnUnitReturned(SanitizationDb db, ReopenOrders reopen) : Consumer<UnitReturned, SanitizationDb>(db)
{
    protected override Task Apply(UnitReturned happened, Received received, CancellationToken cancel) => reopen.Handle(new Reentry
    {
        Id = received.MessageId,
        DeviceId = happened.DeviceId,
        Cause = ReopeningCause.UnitReturned,
        Reason = Saying.Of(SaidWord.SoldUnitCameBack, happened.Buyer),
        ReceivedAt = Db.Now,
    }, cancel);
}
