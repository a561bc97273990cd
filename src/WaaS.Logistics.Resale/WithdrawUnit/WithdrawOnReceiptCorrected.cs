using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Resale.WithdrawUnit;

/// <summary>Identity or owner are not settled after all (taken back, on the stop list): what is not ours to have is not ours to sell.</summary>
internal sealed class WithdrawOnReceiptCorrected(ResaleDb db, CycleEnds ends) : Consumer<ReceiptCorrected, ResaleDb>(db)
{
    protected override Task Apply(ReceiptCorrected happened, Received received, CancellationToken cancel) =>
        ends.Handle(happened.DeviceId, happened.Cycle, Saying.Of(SaidWord.ReceiptTakenBack, happened.Reason), received.Origin.ActorName, cancel);
}
