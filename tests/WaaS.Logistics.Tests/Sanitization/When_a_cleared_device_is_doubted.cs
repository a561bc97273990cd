using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_a_cleared_device_is_doubted
{
    [Fact]
    public void A_carrier_found_reopens_it_with_a_higher_revision_and_is_a_slot()
    {
        var order = Cleared();
        order.FindCarrier("SD", "CARD-77", ReopeningCause.CarrierFound, "found", Now);
        Reopened(order);
        Assert.Contains(order.Slots, slot => slot is { Name: "SD", CarrierSerial: "CARD-77", State: SlotState.Open });
        Assert.Equal(SlotState.EvidenceAccepted, order.Slots[0].State);
    }

    [Fact]
    public void A_carrier_found_without_any_serial_blocks_too()
    {
        var order = Cleared();
        order.FindCarrier("M.2-1", null, ReopeningCause.CarrierFound, "found", Now);
        Reopened(order);
        Assert.Contains(order.Slots, slot => slot is { Name: "M.2-1/2", State: SlotState.Open });
    }

    [Fact]
    public void A_proven_carrier_that_is_found_again_needs_proof_again()
    {
        var order = Cleared();
        order.FindCarrier("elsewhere", "carr-a1", ReopeningCause.CarrierFound, "found", Now);
        Reopened(order);
        Assert.Equal(SlotState.Open, Assert.Single(order.Slots).State);
        Assert.Equal(EvidenceState.Withdrawn, order.Evidence[0].State);
    }

    [Fact]
    public void A_carrier_in_a_slot_confirmed_empty_opens_that_slot()
    {
        var order = Order(0);
        order.ConfirmNoCarrier(order.SeeNoCarrier(null, Anna, "looked", Now), Decision.Yes, Bert, Now);
        order.TryClear(GateFacts.Nothing, Now);
        order.TakeEvents();
        order.FindCarrier("device", "CARR-X1", ReopeningCause.CarrierFound, "found", Now);
        Reopened(order);
        Assert.Equal(("CARR-X1", SlotState.Open), (order.Slots[0].CarrierSerial, order.Slots[0].State));
    }

    [Theory]
    [InlineData(ReopeningCause.SealBroken)]
    [InlineData(ReopeningCause.UnitReturned)]
    internal void Whoever_opened_it_may_have_put_anything_in(ReopeningCause cause)
    {
        var order = Cleared();
        order.DoubtEverything(cause, "doubt", Now);
        Reopened(order);
        Assert.Equal((SlotState.Open, SlotCount.Unknown), (order.Slots[0].State, order.SlotCount));
        order.Accept(order.Report(order.Claim()), RecordNumber.New("C"), "hash");
        Assert.False(order.TryClear(GateFacts.Nothing, Now));
        Assert.False(order.RecordSlots([new CarrierSlot("M.2-1", "CARR-A1")], Anna, Now));
        Assert.True(order.RecordSlots([new CarrierSlot("m.2-1 ", "carr-a1")], Bert, Now));
        Assert.True(order.TryClear(GateFacts.Nothing, Now));
        Assert.Equal(3, order.Revision);
    }

    [Fact]
    public void A_revoked_certificate_reopens_it()
    {
        var order = Cleared();
        order.Revoke("M.2-1", order.Evidence[0].Id, order.Slots[0].RecordNumber!, ReopeningCause.CertificateRevoked, "wrong carrier", Now);
        Assert.Single(order.TakeEvents().OfType<CertificateRevoked>());
        Assert.Equal((OrderState.Open, 2, SlotState.Open), (order.State, order.Revision, order.Slots[0].State));
    }

    [Fact]
    public void An_arrival_told_again_with_another_carrier_reopens_it()
    {
        var order = Cleared();
        order.Learn(Arrival(1, slots: [new CarrierSlot("M.2-1", "CARR-A1"), new CarrierSlot("SD", "CARD-5")]), Now);
        Reopened(order);
        Assert.Equal(2, order.Slots.Count);
    }

    [Fact]
    public void An_arrival_told_again_as_it_was_changes_nothing()
    {
        var order = Cleared();
        order.Learn(Arrival(1, slots: new CarrierSlot("M.2-1", "CARR-A1")), Now);
        Assert.Equal((OrderState.Cleared, 1, 1), (order.State, order.Revision, order.Slots.Count));
    }

    private static WipeOrder Cleared()
    {
        var order = OneCarrier().Proven();
        Assert.Equal(OrderState.Cleared, order.State);
        order.TakeEvents();
        return order;
    }

    private static void Reopened(WipeOrder order)
    {
        Assert.Equal((OrderState.Open, 2), (order.State, order.Revision));
        Assert.Null(order.Clearance);
        Assert.Equal(2, Assert.Single(order.TakeEvents().OfType<DeviceReopened>()).Revision);
        Assert.False(order.TryClear(GateFacts.Nothing, Now));
    }
}
