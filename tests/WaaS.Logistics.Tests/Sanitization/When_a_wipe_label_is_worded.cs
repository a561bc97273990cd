using WaaS.Logistics.Messages;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.PrintResult;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_a_wipe_label_is_worded
{
    private static readonly GateFacts Held = new(["Legal: court"], []), Newer = new([], [], true);

    [Fact]
    public void What_is_wiped_and_proven_says_so() => Says(WipeResult.Cleared, WipeResult.Cleared, Some.OneCarrier().Proven());

    [Fact]
    public void Nothing_is_said_before_there_is_a_result()
    {
        var order = Some.OneCarrier();
        Says(WipeResult.None, WipeResult.None, order);
        var job = order.Claim();
        Says(WipeResult.None, WipeResult.None, order);
        order.Report(job);
        Says(WipeResult.None, WipeResult.None, order);
    }

    [Fact]
    public void A_failure_says_so()
    {
        var order = Some.OneCarrier();
        order.Report(order.Claim(), Some.Facts(rules: ["R6"]));
        Says(WipeResult.Failed, WipeResult.Failed, order);
    }

    [Fact]
    public void A_hold_goes_before_everything_that_was_done()
    {
        var failed = Some.OneCarrier();
        failed.Report(failed.Claim(), Some.Facts(rules: ["R6"]));
        foreach (var order in new[] { Some.OneCarrier(), failed, Some.OneCarrier().Proven() })
            Says(WipeResult.DoNotWipe, WipeResult.DoNotWipe, order, Held);
        Says(WipeResult.DoNotWipe, WipeResult.DoNotWipe, Some.Order(1, customer: " ", slots: new CarrierSlot("A", "CARR-A1")));
    }

    [Fact]
    public void An_order_that_counts_no_more_says_nothing() => Says(WipeResult.None, WipeResult.None, Some.OneCarrier().Proven(), Newer);

    [Fact]
    public void One_of_two_carriers_is_cleared_and_the_device_is_not()
    {
        var order = Some.Order(2, slots: [new CarrierSlot("A", "CARR-A1"), new CarrierSlot("B", "CARR-B2")]);
        order.Accept(order.Report(order.Claim(order.Slots[0])), RecordNumber.New("C"), "hash");
        Assert.Equal((WipeResult.None, WipeResult.Cleared, WipeResult.None),
            (WipeResults.Of(order, GateFacts.Nothing), WipeResults.Of(order, order.Slots[0], GateFacts.Nothing), WipeResults.Of(order, order.Slots[1], GateFacts.Nothing)));
    }

    [Fact]
    public void A_carrier_that_another_order_claims_too_is_not_cleared()
    {
        var order = Some.OneCarrier().Proven();
        Says(WipeResult.None, WipeResult.None, order, new GateFacts([], [order.Slots[0].CarrierKey!]));
    }

    [Fact]
    public void What_is_doubted_again_says_nothing()
    {
        var order = Some.OneCarrier().Proven();
        order.DoubtEverything(ReopeningCause.SealBroken, "broken", Some.Now);
        Says(WipeResult.None, WipeResult.None, order);
    }

    [Fact]
    public void No_state_but_the_proven_one_ever_says_cleared()
    {
        // Nothing known is the first value: what somebody forgets to set prints nothing.
        Assert.Equal(WipeResult.None, default);
        var order = Some.Order(0);
        Says(WipeResult.None, null, order);
    }

    private static void Says(WipeResult device, WipeResult? carrier, WipeOrder order, GateFacts? facts = null)
    {
        Assert.Equal(device, WipeResults.Of(order, facts ?? GateFacts.Nothing));
        Assert.Equal(carrier, order.Slots.Count == 0 ? null : WipeResults.Of(order, order.Slots[0], facts ?? GateFacts.Nothing));
    }
}
