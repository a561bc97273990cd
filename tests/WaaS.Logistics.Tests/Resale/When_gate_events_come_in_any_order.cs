using CsCheck;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Tests.Resale;

public sealed class When_gate_events_come_in_any_order
{
    private static readonly Gen<(char Kind, int Cycle, int Revision)> AnyEvent =
        Gen.Select(Gen.Char["GRE"], Gen.Int[1, 3], Gen.Int[1, 5], (kind, cycle, revision) => (kind, cycle, revision));

    [Fact]
    public void The_gate_ends_alike_whatever_the_order_and_however_often_they_are_said() => Gen.Select(AnyEvent.Array[1, 8], Gen.Int[0, 1000]).Sample((events, seed) =>
    {
        var random = new Random(seed);
        var again = events.Concat(events.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).ToArray();
        var (one, other) = (Hear(events), Hear(again));
        Assert.Equal((one.IsOpen, one.EndedThrough), (other.IsOpen, other.EndedThrough));
        if (one.IsOpen)
            Assert.Equal((one.Cycle, one.Revision), (other.Cycle, other.Revision));
    });

    [Fact]
    public void It_is_open_only_by_a_grading_that_nothing_else_outweighs() => AnyEvent.Array[1, 8].Sample(events =>
    {
        var gate = Hear(events);
        var ended = events.Where(e => e.Kind == 'E').Select(e => e.Cycle).DefaultIfEmpty(0).Max();
        var graded = events.Where(e => e.Kind == 'G' && e.Cycle > ended).Select(e => (e.Cycle, e.Revision)).DefaultIfEmpty().Max();
        var reopened = events.Where(e => e.Kind == 'R').Select(e => (e.Cycle, e.Revision)).DefaultIfEmpty().Max();
        Assert.Equal(graded.CompareTo(reopened) > 0, gate.IsOpen);
        if (gate.IsOpen)
            Assert.Equal(graded, (gate.Cycle, gate.Revision));
    });

    private static DeviceGate Hear(IEnumerable<(char Kind, int Cycle, int Revision)> events)
    {
        var gate = new DeviceGate(Guid.NewGuid());
        foreach (var (kind, cycle, revision) in events)
            _ = kind switch
            {
                'G' => gate.Grade(cycle, revision),
                'R' => gate.Shut(cycle, revision, "revoked"),
                _ => gate.End(cycle, "scrapped"),
            };
        return gate;
    }
}
