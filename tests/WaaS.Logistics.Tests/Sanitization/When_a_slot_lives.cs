using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_a_slot_lives
{
    [Fact]
    public void Its_transitions_are_the_approved_ones()
    {
        var table = string.Join('\n', SlotTransitions.Table.Select(row => $"{row.From,-17} {row.Event,-20} {row.To}")) + "\n";
        var approved = Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", "Approved", "sanitization-slot-transitions.txt");
        Assert.Equal(File.ReadAllText(approved), table);
    }

    [Fact]
    public void Proof_is_reached_only_by_accepted_evidence_approved_destruction_or_two_people()
    {
        var intoProof = SlotTransitions.Table.Where(row => SlotTransitions.IsProven(row.To)).Select(row => row.Event).Distinct();
        Assert.Equal([SlotEvent.DestructionApproved, SlotEvent.FoundEmpty, SlotEvent.DecisionsAccept], intoProof);
        Assert.All(SlotTransitions.Table.Where(row => row.Event == SlotEvent.DecisionsAccept), row => Assert.Equal(SlotState.UnderReview, row.From));
    }

    [Fact]
    public void Nothing_that_failed_becomes_proof_without_another_wipe_or_destruction() =>
        Assert.Equal([SlotEvent.WipeAgainAllowed, SlotEvent.DestructionApproved], SlotTransitions.Table.Where(row => row.From == SlotState.Failed).Select(row => row.Event));

    [Fact]
    public void A_move_that_is_not_in_the_table_throws_and_changes_nothing()
    {
        var order = Some.OneCarrier();
        foreach (var happened in Enum.GetValues<SlotEvent>().Where(happened => SlotTransitions.Find(SlotState.Open, happened) is null))
        {
            Assert.Equal("slot-state", Assert.Throws<RefusedException>(() => order.Slots[0].Move(happened)).Rule);
            Assert.Equal(SlotState.Open, order.Slots[0].State);
        }
    }

    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
