using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;
using Xunit;
using static WaaS.Logistics.Tests.Sanitization.Some;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_evidence_is_decided_on
{
    [Fact]
    public void For_normal_need_the_policy_decides_both()
    {
        var order = OneCarrier();
        var evidence = order.Report(order.Claim());
        Assert.True(evidence.IsDecided);
        Assert.Equal((Actor.Policy.Id, Actor.Policy.Id), (evidence.VerifiedBy, evidence.ValidatedBy));
    }

    [Fact]
    public void For_high_need_it_waits_for_people()
    {
        var (_, evidence) = UnderReview("high");
        Assert.Null(evidence.Verification);
        Assert.False(evidence.IsDecided);
    }

    [Fact]
    public void Validation_comes_after_verification()
    {
        var (order, evidence) = UnderReview("high");
        Refused("not-verified", () => order.Validate(evidence, Decision.Yes, Bert, null, Now));
    }

    [Fact]
    public void The_operator_does_not_verify()
    {
        var (order, evidence) = UnderReview("high");
        Refused("same-person", () => order.Verify(evidence, Decision.Yes, new Actor("ANNA", "Anna"), null, Now));
    }

    [Fact]
    public void The_operator_does_not_validate()
    {
        var (order, evidence) = UnderReview("high");
        order.Verify(evidence, Decision.Yes, Bert, null, Now);
        Refused("same-person", () => order.Validate(evidence, Decision.Yes, Anna, null, Now));
    }

    [Fact]
    public void For_high_need_one_other_person_may_do_both()
    {
        var (order, evidence) = UnderReview("high");
        order.Verify(evidence, Decision.Yes, Bert, null, Now);
        order.Validate(evidence, Decision.Yes, Bert, null, Now);
        Assert.True(evidence.IsDecided);
    }

    [Fact]
    public void For_very_high_need_operator_verifier_and_releaser_are_three()
    {
        var (order, evidence) = UnderReview("very-high");
        order.Verify(evidence, Decision.Yes, Bert, null, Now);
        Refused("same-person", () => order.Validate(evidence, Decision.Yes, Bert, null, Now));
        order.Validate(evidence, Decision.Yes, Cleo, null, Now);
        Assert.True(evidence.IsDecided);
    }

    [Fact]
    public void An_unknown_operator_cannot_be_told_from_a_verifier()
    {
        var order = OneCarrier("high");
        var job = order.HandOut(order.Slots[0], new JobTerms(Guid.NewGuid(), Guid.NewGuid(), "bench", null, "default", 1), GateFacts.Nothing, Now);
        var evidence = order.Report(job);
        Refused("same-person", () => order.Verify(evidence, Decision.Yes, Bert, null, Now));
    }

    [Theory]
    [InlineData("system")]
    [InlineData("system:policy")]
    [InlineData("station:1")]
    [InlineData("unknown")]
    public void No_machine_decides_for_a_person(string actor)
    {
        var (order, evidence) = UnderReview("high");
        Refused("person-needed", () => order.Verify(evidence, Decision.Yes, new Actor(actor, actor), null, Now));
    }

    [Fact]
    public void A_no_fails_the_slot_at_either_decision()
    {
        var (order, evidence) = UnderReview("high");
        order.Verify(evidence, Decision.No, Bert, "not convincing", Now);
        Assert.Equal((EvidenceState.Rejected, SlotState.Failed), (evidence.State, order.Slots[0].State));
        Assert.Equal(["VERIFICATION"], Assert.Single(order.TakeEvents().OfType<WipeFailed>()).Rules);

        (order, evidence) = UnderReview("high");
        order.Verify(evidence, Decision.Yes, Bert, null, Now);
        order.Validate(evidence, Decision.No, Bert, "risk", Now);
        Assert.Equal((EvidenceState.Rejected, SlotState.Failed), (evidence.State, order.Slots[0].State));
    }

    [Fact]
    public void A_decision_is_made_once()
    {
        var (order, evidence) = UnderReview("high");
        order.Verify(evidence, Decision.Yes, Bert, null, Now);
        Refused("verified-already", () => order.Verify(evidence, Decision.Yes, Cleo, null, Now));
    }

    [Fact]
    public void Evidence_with_a_finding_is_never_accepted()
    {
        var order = OneCarrier();
        var evidence = order.Report(order.Claim(), Facts("success", "CARR-A1", "R9"));
        Assert.Equal(EvidenceState.Refused, evidence.State);
        Assert.Throws<InvalidOperationException>(() => order.Accept(evidence, "C-1", "hash"));
    }

    [Fact]
    public void Undecided_evidence_is_never_accepted()
    {
        var (order, evidence) = UnderReview("high");
        Assert.Throws<InvalidOperationException>(() => order.Accept(evidence, "C-1", "hash"));
    }

    private static (WipeOrder, Evidence) UnderReview(string need)
    {
        var order = OneCarrier(need);
        return (order, order.Report(order.Claim(by: Anna)));
    }

    private static void Refused(string rule, Action work) => Assert.Equal(rule, Assert.Throws<RefusedException>(work).Rule);
}
