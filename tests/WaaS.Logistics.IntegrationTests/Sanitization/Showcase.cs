using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.ConfirmNoCarrier;
using WaaS.Logistics.Sanitization.DecideOnEvidence;
using WaaS.Logistics.Sanitization.DestroyCarrier;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.RecordSlots;
using WaaS.Logistics.Sanitization.SeeCarriers;
using WaaS.Logistics.Sanitization.WithdrawOrder;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>One order in each state that matters, made by the real commands.</summary>
internal sealed class Showcase(Workshop workshop, Bench bench)
{
    private int _serial;

    public Workshop Workshop { get; } = workshop;

    public async Task<WipeOrder> Open(string need = "normal", int? expected = 1, bool carrier = true, DeviceReceived? told = null)
    {
        var number = Interlocked.Increment(ref _serial);
        var arrival = told ?? Documents.Arrival($"DEV-{number}-{Guid.NewGuid():N}"[..20], expected, carrier ? [new CarrierSlot("M.2-1", $"CAR-{number}-{Guid.NewGuid():N}"[..20])] : []) with { ProtectionNeed = need };
        await Workshop.Deliver<OpenOrderOnDeviceReceived, DeviceReceived>(arrival);
        return await Load(arrival.DeviceId);
    }

    public Task<WipeOrder> Load(Guid deviceId) => Workshop.Read(db => db.WholeOrders.AsNoTracking().SingleAsync(order => order.DeviceId == deviceId));

    public async Task<WipeOrder> Cleared()
    {
        var order = await Open();
        await bench.Wipe(await bench.Claim(carrier: order.Slots[0].CarrierSerial));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> ProvenButHeld()
    {
        var order = await Open();
        var job = await bench.Claim(carrier: order.Slots[0].CarrierSerial);
        await Workshop.Call<PlaceHold, HoldPlaced>("olga", hold => hold.Handle(Guid.NewGuid(), order.DeviceId, HoldKind.Dispute, "whose is it", null, default));
        await bench.Wipe(job);
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> UnderReview(string need = "high", string? verifiedBy = null)
    {
        var order = await Open(need);
        await bench.Wipe(await bench.Claim(carrier: order.Slots[0].CarrierSerial, badge: "B-otto"));
        order = await Load(order.DeviceId);
        if (verifiedBy is not null)
            await Workshop.Call<EvidenceDecisions, EvidenceDecided>(verifiedBy, decide => decide.Verify(Guid.NewGuid(), order.Id, order.Evidence[0].Id, Decision.Yes, null, default));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> Withdrawn(WipeOrder? order = null)
    {
        order ??= await Open();
        await Workshop.Deliver<WithdrawOrderOnReceiptCorrected, ReceiptCorrected>(new ReceiptCorrected(order.DeviceId, order.Cycle, order.ReturnOrderId, order.OrderNumber, order.Serial, "undone"));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> SeenEmpty()
    {
        var order = await Open(carrier: false);
        await Workshop.Deliver<SeeCarriersOnCarriersSeen, CarriersSeen>(new CarriersSeen(order.DeviceId, order.Cycle, 1, order.Serial, false, [new SeenSlot("M.2-1", "empty", null)]));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> Failed()
    {
        var order = await Open();
        await bench.Wipe(await bench.Claim(carrier: order.Slots[0].CarrierSerial), document => document with { Carrier = document.Carrier with { Outcome = Outcome.Failed } });
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> Revoked()
    {
        var order = await Cleared();
        await Workshop.Call<RevokeCertificate, CertificateIsRevoked>("rita", revoke => revoke.Handle(Guid.NewGuid(), order.Slots[0].RecordNumber!, "wrong carrier", default));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> Destroyed(bool approved)
    {
        var order = await Failed();
        var record = await Workshop.Call<DestructionRecords, DestructionRecorded>("otto", records => records.Record(
            Guid.NewGuid(), order.Id, order.Slots[0].Id, new DestructionFacts("H-4", "shredder", "hall 3", new string('a', 64), "dead"), default));
        if (!approved)
            return await Load(order.DeviceId);
        await Workshop.Call<DestructionRecords, DestructionRecorded>("vera", records => records.Witness(Guid.NewGuid(), order.Id, record.RecordId, default));
        await Workshop.Call<DestructionRecords, DestructionRecorded>("rita", records => records.Approve(Guid.NewGuid(), order.Id, record.RecordId, Decision.Yes, default));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> DestructionHeld(bool witnessed)
    {
        var order = await Destroyed(approved: false);
        if (witnessed)
            await Workshop.Call<DestructionRecords, DestructionRecorded>("vera", records => records.Witness(Guid.NewGuid(), order.Id, order.Destructions[0].Id, default));
        await Workshop.Call<PlaceHold, HoldPlaced>("olga", hold => hold.Handle(Guid.NewGuid(), order.DeviceId, HoldKind.Legal, "court order", null, default));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> WithoutCarrier(bool confirmed)
    {
        var order = await Open(expected: 0, carrier: false);
        var record = await Workshop.Call<NoCarrierRecords, NoCarrierRecorded>("otto", records => records.First(Guid.NewGuid(), order.Id, null, "looked into both bays", default));
        if (confirmed)
            await Workshop.Call<NoCarrierRecords, NoCarrierRecorded>("vera", records => records.Second(Guid.NewGuid(), order.Id, record.RecordId, Decision.Yes, default));
        return await Load(order.DeviceId);
    }

    public async Task<WipeOrder> Counted()
    {
        var order = await Open(expected: null);
        await Workshop.Call<SlotRecords, SlotsRecorded>("otto", records => records.RecordAll(Guid.NewGuid(), order.Id, [new CarrierSlot("M.2-1", order.Slots[0].CarrierSerial)], default));
        return await Load(order.DeviceId);
    }
}
