using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Tests.Refurbishment;

public class When_a_device_lies_on_the_bench
{
    [Fact]
    public void It_is_graded_only_when_every_check_has_its_answer()
    {
        foreach (var missing in Checklist.Points)
        {
            var device = Cleared.Started();
            foreach (var point in Checklist.Points.Where(point => point != missing))
                device.Answer(point, CheckAnswer.Ok, null, Cleared.Anna, Cleared.Now);
            Assert.Equal("checks-missing", Refused(() => device.GiveGrade(Grade.C, null, Cleared.Anna, Cleared.Now)));
        }
    }

    [Fact]
    public void A_fault_rules_out_grade_a_and_allows_the_others()
    {
        var device = Cleared.Checked((CheckPoint.Battery, CheckAnswer.Fault));
        Assert.Equal("grade-too-good", Refused(() => device.GiveGrade(Grade.A, null, Cleared.Anna, Cleared.Now)));
        Assert.Equal("B", device.GiveGrade(Grade.B, null, Cleared.Anna, Cleared.Now).Grade);
    }

    [Fact]
    public void A_locked_device_can_only_be_scrapped_or_unlocked()
    {
        var device = Cleared.Checked((CheckPoint.Locks, CheckAnswer.Fault));
        Assert.Equal("locked", Refused(() => device.GiveGrade(Grade.C, null, Cleared.Anna, Cleared.Now)));
        device.Answer(CheckPoint.Locks, CheckAnswer.Ok, null, Cleared.Bert, Cleared.Now);
        Assert.Equal("C", device.GiveGrade(Grade.C, null, Cleared.Anna, Cleared.Now).Grade);

        var scrap = Cleared.Checked((CheckPoint.Locks, CheckAnswer.Fault));
        Assert.Equal((1, "activation lock"), (scrap.Scrap(" activation lock ", Cleared.Anna, Cleared.Now) is var scrapped ? scrapped.Cycle : 0, scrapped.Reason));
    }

    [Theory]
    [InlineData(CheckAnswer.Fault)]
    [InlineData(CheckAnswer.NotApplicable)]
    public void A_carrier_that_is_left_is_never_an_answer(CheckAnswer answer) =>
        Assert.Equal("carrier-left", Refused(() => Cleared.Started().Answer(CheckPoint.NoCarrierLeft, answer, "one more", Cleared.Anna, Cleared.Now)));

    [Fact]
    public void A_fault_needs_a_note_and_an_earlier_answer_stays_in_the_history()
    {
        var device = Cleared.Started();
        Assert.Equal("fault-without-note", Refused(() => device.Answer(CheckPoint.Ports, CheckAnswer.Fault, " ", Cleared.Anna, Cleared.Now)));
        device.Answer(CheckPoint.Ports, CheckAnswer.Fault, "USB-C loose", Cleared.Anna, Cleared.Now);
        device.Answer(CheckPoint.Ports, CheckAnswer.Ok, null, Cleared.Bert, Cleared.Now);
        device.Answer(CheckPoint.Ports, CheckAnswer.Ok, null, Cleared.Bert, Cleared.Now);
        var check = Assert.Single(device.Latest!.Checks);
        Assert.Equal((CheckAnswer.Ok, null, "Bert"), (check.Answer, check.Note, check.ByName));
        Assert.Equal([(CheckAnswer.Fault, "USB-C loose"), (CheckAnswer.Ok, null)], device.Latest.History.Where(line => line.Event == InspectionEvent.Answered).Select(line => (line.Answer!.Value, line.Detail)));
    }

    [Fact]
    public void Who_has_it_is_named_to_whoever_wants_it_too() =>
        Assert.Contains("Anna", Assert.Throws<RefusedException>(() => Cleared.Started().Start(Cleared.Bert, Cleared.Now)).Message);

    [Fact]
    public void A_found_carrier_is_told_whatever_was_decided_and_as_often_as_one_is_found()
    {
        foreach (var state in Enum.GetValues<InspectionState>())
        {
            var device = Cleared.In(state);
            var found = device.FindCarrier("M.2-2", "CARR-B2", Cleared.Anna, Cleared.Now);
            Assert.Equal((device.Id, 1, Cleared.Serial, "M.2-2", "CARR-B2"), (found.DeviceId, found.Cycle, found.DeviceSerial, found.Slot, found.CarrierSerial));
            Assert.Equal("M.2-3", device.FindCarrier("M.2-3", null, Cleared.Bert, Cleared.Now).Slot);
            Assert.Equal(state == InspectionState.Withdrawn ? state : InspectionState.SentBack, device.Latest!.State);
        }
    }

    [Fact]
    public void The_sanitized_carrier_and_the_device_itself_are_no_found_carriers()
    {
        Assert.Equal("carrier-known", Refused(() => Cleared.Started().FindCarrier("M.2-1", " carr-a1", Cleared.Anna, Cleared.Now)));
        Assert.Equal("device-serial", Refused(() => Cleared.Started().FindCarrier("M.2-1", Cleared.Serial.ToLowerInvariant(), Cleared.Anna, Cleared.Now)));
        var device = new Device(Guid.CreateVersion7(), Cleared.Serial);
        device.Hear(Cleared.Word(device.Id, 1, 1, new ClearedSlot("M.2-1", "CARR-A1", "destruction", "D-1")), Cleared.Gate, Cleared.Now);
        Assert.Equal("CARR-A1", device.FindCarrier("M.2-1", "CARR-A1", Cleared.Anna, Cleared.Now).CarrierSerial);
    }

    [Fact]
    public void A_broken_seal_must_be_the_one_the_device_was_closed_with()
    {
        Assert.Equal("not-sealed", Refused(() => Cleared.Graded().BreakSeal("SEAL-1", Cleared.Anna, Cleared.Now)));
        var device = Cleared.Graded("Seal-1");
        Assert.Equal("other-seal", Refused(() => device.BreakSeal("SEAL-2", Cleared.Anna, Cleared.Now)));
        Assert.Equal("Seal-1", device.BreakSeal("seal-1", Cleared.Anna, Cleared.Now).SealNumber);
        Assert.Equal(InspectionState.SentBack, device.Latest!.State);
    }

    private static string Refused(Func<object> command) => Assert.Throws<RefusedException>(command).Rule;
}
