using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.Orders;
using Evidence = WaaS.Logistics.Sanitization.Orders.Evidence;
using WaaS.Logistics.Sanitization.Policies;

namespace WaaS.Logistics.Tests.Sanitization;

/// <summary>Orders in the states the tests begin from.</summary>
internal static class Some
{
    public static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    public static readonly Actor Anna = new("anna", "Anna"), Bert = new("bert", "Bert"), Cleo = new("cleo", "Cleo"), Dora = new("dora", "Dora");

    public static DeviceReceived Arrival(int? expected = 1, string need = "normal", string customer = "Stadtwerke Beispiel", params IReadOnlyList<CarrierSlot> slots) => new(
        Guid.CreateVersion7(), 1, Guid.CreateVersion7(), "RMA-1", "C-1", customer, "Lenovo", "T14", "PF3K7X2A", need, null, expected, slots, "SEC-01");

    public static WipeOrder Order(int? expected = 1, string need = "normal", string customer = "Stadtwerke Beispiel", params IReadOnlyList<CarrierSlot> slots) =>
        new(Arrival(expected, need, customer, slots), Now);

    public static WipeOrder OneCarrier(string need = "normal") => Order(1, need, slots: new CarrierSlot("M.2-1", "CARR-A1"));

    public static PolicyRule Rule(string need) => PolicyBook.Default.Rule(PolicyBook.Default.InForce(Now), need, MediaType.Image);

    public static WipeJob Claim(this WipeOrder order, WipeSlot? slot = null, GateFacts? facts = null, Actor? by = null, DateTime? at = null) =>
        order.HandOut(slot ?? order.Slots[0], new JobTerms(Guid.NewGuid(), Guid.NewGuid(), "bench 1", by ?? Anna, "default", 1), facts ?? GateFacts.Nothing, at ?? Now);

    public static EvidenceFacts Facts(string outcome = "success", string? carrier = "CARR-A1", params IReadOnlyList<string> rules) =>
        new(Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"), Guid.NewGuid(), 100, "signature", "head", "file", carrier, outcome, rules, "[]");

    public static Evidence Report(this WipeOrder order, WipeJob job, EvidenceFacts? facts = null) =>
        order.Receive(job, facts ?? Facts(carrier: job.CarrierSerial), Rule(order.ProtectionNeed), Now);

    /// <summary>Claimed, wiped, evidence accepted, and whatever that clears.</summary>
    public static WipeOrder Proven(this WipeOrder order)
    {
        foreach (var slot in order.Slots.ToList())
        {
            var evidence = order.Report(order.Claim(slot));
            order.Accept(evidence, RecordNumber.New("C"), "hash");
        }
        order.TryClear(GateFacts.Nothing, Now);
        return order;
    }
}
