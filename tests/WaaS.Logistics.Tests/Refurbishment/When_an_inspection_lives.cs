using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Tests.Architecture;

namespace WaaS.Logistics.Tests.Refurbishment;

public class When_an_inspection_lives
{
    private static readonly Dictionary<InspectionEvent, Action<Device>> Commands = new()
    {
        [InspectionEvent.Started] = device => device.Start(Cleared.Bert, Cleared.Now),
        [InspectionEvent.Answered] = device => device.Answer(CheckPoint.Power, CheckAnswer.NotApplicable, null, Cleared.Bert, Cleared.Now),
        [InspectionEvent.GradeGiven] = device => device.GiveGrade(Grade.C, null, Cleared.Bert, Cleared.Now),
        [InspectionEvent.ScrapDecided] = device => device.Scrap("burnt", Cleared.Bert, Cleared.Now),
        [InspectionEvent.CarrierFound] = device => device.FindCarrier("M.2-2", null, Cleared.Bert, Cleared.Now),
        [InspectionEvent.SealBroken] = device => device.BreakSeal("SEAL-1", Cleared.Bert, Cleared.Now),
        [InspectionEvent.Reopened] = device => device.Hear(Cleared.Doubt(device.Id, 1, 8), Cleared.Gate, Cleared.Now),
        [InspectionEvent.Outrun] = device => device.Hear(Cleared.Word(device.Id, 1, 9), Cleared.Gate, Cleared.Now),
        [InspectionEvent.CameBack] = device => device.Hear(Cleared.Word(device.Id, 2, 1), Cleared.Gate, Cleared.Now),
    };

    [Fact]
    public void Its_transitions_are_the_approved_ones() =>
        Source.Approve("refurbishment-transitions.txt", string.Concat(Transitions.Table.Select(row => $"{row.From,-13} {row.Event,-13} {row.To}\n")));

    [Fact]
    public void Every_event_in_every_state_does_what_the_table_says_or_throws_and_changes_nothing()
    {
        var refused = 0;
        foreach (var from in Enum.GetValues<InspectionState>())
            foreach (var (happened, command) in Commands)
            {
                var device = Cleared.In(from);
                var inspection = device.Latest!;
                Assert.Equal(from, inspection.State);
                var lines = inspection.History.Count;
                if (Transitions.Find(from, happened) is { } to)
                {
                    command(device);
                    Assert.True(to == inspection.State, $"{from} {happened}: {inspection.State}");
                    Assert.Equal(happened, inspection.History[^1].Event);
                    continue;
                }
                refused++;
                Assert.True(Assert.Throws<RefusedException>(() => command(device)).Message.Length > 20);
                Assert.Equal((from, lines), (inspection.State, inspection.History.Count));
            }
        Assert.Equal(Enum.GetValues<InspectionEvent>().Order(), Commands.Keys.Order());
        Assert.True(refused > 10);
    }

    [Fact]
    public void Graded_and_scrapped_are_reached_from_an_inspection_alone()
    {
        Assert.Equal([(InspectionState.InInspection, InspectionEvent.GradeGiven)], Into(InspectionState.Graded));
        Assert.Equal([(InspectionState.InInspection, InspectionEvent.ScrapDecided)], Into(InspectionState.Scrapped));
        Assert.Empty(Into(InspectionState.Waiting));
    }

    [Fact]
    public void Nothing_withdrawn_or_sent_back_comes_back_to_life() =>
        Assert.All(Transitions.Table.Where(row => row.From is InspectionState.Withdrawn or InspectionState.SentBack), row => Assert.Equal(row.From, row.To));

    private static IEnumerable<(InspectionState, InspectionEvent)> Into(InspectionState state) => Transitions.Table.Where(row => row.To == state && row.From != state).Select(row => (row.From, row.Event));
}
