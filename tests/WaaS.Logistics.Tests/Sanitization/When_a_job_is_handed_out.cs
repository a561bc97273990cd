using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_a_job_is_handed_out
{
    [Fact]
    public void A_hold_refuses_it() => Refused("hold", () => Some.OneCarrier().Claim(facts: new GateFacts(["Legal: court"], [])));

    [Fact]
    public void An_unsettled_owner_refuses_it() => Refused("owner-unsettled", () => Some.Order(1, customer: "", slots: new CarrierSlot("A", "CARR-A1")).Claim());

    [Fact]
    public void A_carrier_without_a_known_serial_refuses_it() => Refused("carrier-unknown", () => Some.Order(1).Claim());

    [Fact]
    public void A_placeholder_is_no_serial() => Refused("carrier-unknown", () => Some.Order(1, slots: new CarrierSlot("A", "Default string")).Claim());

    [Fact]
    public void One_serial_in_two_slots_refuses_both()
    {
        var order = Some.Order(2, slots: [new CarrierSlot("A", "CARR-A1"), new CarrierSlot("B", "carr-a1 ")]);
        Refused("carrier-twice", () => order.Claim(order.Slots[0]));
        Refused("carrier-twice", () => order.Claim(order.Slots[1]));
    }

    [Fact]
    public void One_serial_in_two_devices_refuses_it() => Refused("carrier-twice", () => Some.OneCarrier().Claim(facts: new GateFacts([], ["CARR-A1"])));

    [Fact]
    public void A_cleared_device_refuses_it() => Refused("device-cleared", () => Some.OneCarrier().Proven().Claim());

    [Fact]
    public void A_slot_at_work_is_not_handed_out_twice()
    {
        var order = Some.OneCarrier();
        order.Claim();
        Refused("slot-state", () => order.Claim());
    }

    [Fact]
    public void The_station_may_write_only_while_nothing_speaks_against_it()
    {
        var order = Some.OneCarrier();
        var job = order.Claim();
        Assert.Contains("court", order.MayWrite(job, new GateFacts(["Legal: court"], []), Some.Now)!.InWords());
        Assert.Null(job.HoldCheckedAt);
        Assert.Null(order.MayWrite(job, GateFacts.Nothing, Some.Now));
        Assert.NotNull(job.HoldCheckedAt);
        order.ReturnJob(job, Some.Now);
        Assert.NotNull(order.MayWrite(job, GateFacts.Nothing, Some.Now));
    }

    [Fact]
    public void A_silent_station_loses_it_and_another_gets_it()
    {
        var order = Some.OneCarrier();
        order.ReturnJob(order.Claim(), Some.Now);
        Assert.Equal(SlotState.Open, order.Slots[0].State);
        Assert.NotNull(order.Claim());
    }

    private static void Refused(string rule, Func<object> work) => Assert.Equal(rule, Assert.Throws<RefusedException>(work).Rule);
}
