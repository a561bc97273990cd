using System.Reflection;
using CsCheck;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Tests.Refurbishment;

public class When_the_gate_speaks
{
    [Fact]
    public void There_is_no_way_to_an_inspection_without_a_clearance()
    {
        var ways = typeof(Inspection).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Assert.All(ways, way => Assert.True(way.IsPrivate && way.GetParameters().Length == 0 || way.GetParameters().Any(parameter => parameter.ParameterType == typeof(Clearance)), way.ToString()));
        Assert.Single(ways, way => !way.IsPrivate);
        Assert.All(typeof(Clearance).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(way => way.GetParameters() is not [{ ParameterType.Name: "Clearance" }]), way => Assert.True(way.IsAssembly));
    }

    [Fact]
    public void A_clearance_opens_an_inspection_with_its_own_copy_of_the_records()
    {
        var device = new Device(Guid.CreateVersion7(), Cleared.Serial);
        Assert.Equal(Heard.Applied, device.Hear(Cleared.Word(device.Id, 2, 3, new("M.2-1", "CARR-A1", "certificate", "C-1"), new("M.2-2", null, "no-carrier", "N-1")), Cleared.Gate, Cleared.Now));
        var inspection = Assert.Single(device.Inspections);
        Assert.Equal((2, 3, InspectionState.Waiting), (inspection.Cycle, inspection.Revision, inspection.State));
        Assert.Equal([("M.2-1", "CARR-A1", "certificate", "C-1"), ("M.2-2", null, "no-carrier", "N-1")], inspection.Slots.Select(slot => (slot.Slot, slot.CarrierSerial, slot.RecordKind, slot.RecordNumber)));
    }

    [Theory]
    [InlineData("M.2-1", "certificate", " ")]
    [InlineData("M.2-1", "promise", "C-1")]
    [InlineData("", "certificate", "C-1")]
    public void A_record_that_is_none_opens_nothing(string slot, string kind, string number)
    {
        var device = new Device(Guid.CreateVersion7(), Cleared.Serial);
        Assert.Throws<ArgumentException>(() => device.Hear(Cleared.Word(device.Id, 1, 1, new ClearedSlot(slot, "CARR-A1", kind, number)), Cleared.Gate, Cleared.Now));
        Assert.Empty(device.Inspections);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    public void A_number_the_gate_does_not_count_is_not_believed(int cycle, int revision)
    {
        var device = Cleared.Device();
        Assert.Throws<ArgumentException>(() => device.Hear(Cleared.Word(device.Id, cycle, revision), Cleared.Gate, Cleared.Now));
        Assert.Throws<ArgumentException>(() => device.Hear(Cleared.Doubt(device.Id, cycle, revision), Cleared.Gate, Cleared.Now));
    }

    [Fact]
    public void A_reopening_before_its_older_clearance_beats_it()
    {
        var device = new Device(Guid.CreateVersion7(), Cleared.Serial);
        Assert.Equal(Heard.Applied, device.Hear(Cleared.Doubt(device.Id, 1, 2), Cleared.Gate, Cleared.Now));
        Assert.Equal(Heard.Superseded, device.Hear(Cleared.Word(device.Id, 1, 1), Cleared.Gate, Cleared.Now));
        Assert.Equal(Heard.Repeated, device.Hear(Cleared.Doubt(device.Id, 1, 2), Cleared.Gate, Cleared.Now));
        Assert.Empty(device.Inspections);
        Assert.Equal(Heard.Applied, device.Hear(Cleared.Word(device.Id, 1, 3), Cleared.Gate, Cleared.Now));
        Assert.Equal(Heard.Repeated, device.Hear(Cleared.Word(device.Id, 1, 3), Cleared.Gate, Cleared.Now));
        Assert.Equal(InspectionState.Waiting, Assert.Single(device.Inspections).State);
    }

    [Fact]
    public void A_later_clearance_opens_a_fresh_inspection_and_the_withdrawn_one_stays()
    {
        var device = Cleared.Graded("SEAL-1");
        device.Hear(Cleared.Doubt(device.Id, 1, 2), Cleared.Gate, Cleared.Now);
        var withdrawn = Assert.Single(device.Inspections);
        Assert.Equal((InspectionState.Withdrawn, Grade.B, "certificate C-1 is revoked"), (withdrawn.State, withdrawn.Grade!.Value, withdrawn.EndedBecause));
        Assert.Equal("withdrawn", Assert.Throws<RefusedException>(() => device.Start(Cleared.Anna, Cleared.Now)).Rule);
        device.Hear(Cleared.Word(device.Id, 1, 3), Cleared.Gate, Cleared.Now);
        Assert.Equal(2, device.Inspections.Count);
        Assert.Equal((3, InspectionState.Waiting, 0), (device.Latest!.Revision, device.Latest.State, device.Latest.Checks.Count));
    }

    [Fact]
    public void A_grade_says_which_clearance_it_rests_on()
    {
        var device = Cleared.Device(2, 5);
        device.Start(Cleared.Anna, Cleared.Now);
        foreach (var point in Checklist.Points)
            device.Answer(point, CheckAnswer.Ok, null, Cleared.Anna, Cleared.Now);
        var graded = device.GiveGrade(Grade.A, null, Cleared.Anna, Cleared.Now);
        Assert.Equal((2, 5, "A", "Stadtwerke Beispiel", null), (graded.Cycle, graded.ClearanceRevision, graded.Grade, graded.Customer, graded.SealNumber));
    }

    [Fact]
    public void A_device_that_came_back_keeps_its_old_grade_and_nobody_works_on_it_before_it_is_cleared()
    {
        var device = Cleared.Graded();
        device.Hear(Cleared.Doubt(device.Id, 2, 1), Cleared.Gate, Cleared.Now);
        Assert.Equal(InspectionState.Graded, device.Latest!.State);
        Assert.Equal("not-cleared", Assert.Throws<RefusedException>(() => device.Start(Cleared.Anna, Cleared.Now)).Rule);
        device.Hear(Cleared.Word(device.Id, 2, 2), Cleared.Gate, Cleared.Now);
        Assert.Equal([InspectionState.Graded, InspectionState.Waiting], device.Inspections.Select(inspection => inspection.State));
    }

    [Fact]
    public void In_any_order_and_however_often_the_highest_word_decides()
    {
        var words = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 6], Gen.Bool).Select((cycle, revision, cleared) => (Cycle: cycle, Revision: revision, Cleared: cleared));
        words.Array[1, 25].Sample(said =>
        {
            var device = new Device(Guid.CreateVersion7(), Cleared.Serial);
            foreach (var word in said)
            {
                _ = word.Cleared ? device.Hear(Cleared.Word(device.Id, word.Cycle, word.Revision), Cleared.Gate, Cleared.Now) : device.Hear(Cleared.Doubt(device.Id, word.Cycle, word.Revision), Cleared.Gate, Cleared.Now);
                Try(() => device.Start(Cleared.Anna, Cleared.Now));
            }
            var (cycle, revision) = said.Select(word => (word.Cycle, word.Revision)).Max();
            var open = said.Where(word => (word.Cycle, word.Revision) == (cycle, revision)).All(word => word.Cleared);
            Assert.Equal((cycle, revision, open ? GateState.Cleared : GateState.Reopened), (device.Cycle, device.Revision, device.Gate));
            var alive = device.Inspections.Where(inspection => inspection.State is InspectionState.Waiting or InspectionState.InInspection).ToList();
            Assert.Equal(open ? 1 : 0, alive.Count);
            Assert.All(alive, inspection => Assert.Equal((cycle, revision), (inspection.Cycle, inspection.Revision)));
            Assert.Equal(device.Inspections.Count, device.Inspections.Select(inspection => inspection.Clearance).Distinct().Count());
        });
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (RefusedException)
        {
            // Refused is what the rules are for.
        }
    }
}
