using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Tests.Architecture;

namespace WaaS.Logistics.Tests.Resale;

public sealed class When_a_unit_lives
{
    [Fact]
    public void Its_transitions_are_the_approved_ones() =>
        Source.Approve("resale-unit-transitions.txt", string.Concat(UnitTransitions.Table.Select(row => $"{row.From,-9} {row.Event,-12} {row.To}\n")));

    [Fact]
    public void It_is_sold_only_from_picked_and_picked_only_from_reserved()
    {
        Assert.Equal([UnitState.Picked], UnitTransitions.Table.Where(row => row.To == UnitState.Sold).Select(row => row.From));
        Assert.Equal([UnitState.Reserved], UnitTransitions.Table.Where(row => row.To == UnitState.Picked).Select(row => row.From));
    }

    [Fact]
    public void Blocked_it_goes_nowhere_but_back_through_grading_or_out() =>
        Assert.Equal([UnitState.Blocked, UnitState.Admitted, UnitState.Withdrawn], UnitTransitions.Table.Where(row => row.From == UnitState.Blocked).Select(row => row.To));

    [Fact]
    public void Every_living_state_can_be_blocked_graded_again_and_withdrawn() =>
        Assert.All(Enum.GetValues<UnitState>().Where(UnitTransitions.IsLiving), state =>
            Assert.All([UnitEvent.Blocked, UnitEvent.GradedAgain, UnitEvent.Withdrawn], happened => Assert.NotNull(UnitTransitions.Find(state, happened))));
}
