using System.Globalization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Tests.Sanitization;

/// <summary>The one large word of a bay: green is for what is proven alone, and what is not known is never fine.</summary>
public sealed class When_a_bay_is_shown
{
    private static readonly Texts T = new();
    private static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    public When_a_bay_is_shown() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData(BayState.Empty, null, "Empty")]
    [InlineData(BayState.Working, "Again", "Overwriting")]
    [InlineData(BayState.Done, "Ok", "Done")]
    [InlineData(BayState.Failed, "Stop", "Failed")]
    [InlineData(BayState.Refused, "Stop", "Do not wipe")]
    [InlineData(BayState.Unexpected, "Stop", "Unexpected carrier")]
    [InlineData(BayState.Stopped, "Look", "Stopped")]
    [InlineData(BayState.Unreadable, "Look", "Unknown")]
    public void Each_state_has_its_word_and_only_done_is_green(BayState state, string? tone, string word)
    {
        var answer = Of(Bay(state));
        Assert.Equal((tone, word), (answer.Tone?.ToString(), answer.Word));
    }

    [Theory]
    [InlineData(BayState.Done)]
    [InlineData(BayState.Empty)]
    [InlineData(BayState.Working)]
    public void A_silent_one_is_never_fine_whatever_it_said_last(BayState state)
    {
        var answer = Of(Bay(state) with { Silent = true });
        Assert.Equal((Tone.Stop, "Silent"), (answer.Tone, answer.Word));
        Assert.Contains(Of(Bay(state)).Word, answer.Why);
        Assert.Contains("09:00", answer.Why);
    }

    [Fact]
    public void A_carrier_nobody_ordered_or_named_is_a_look()
    {
        Assert.Equal((Tone.Look, "No order"), Said(Bay(BayState.Occupied)));
        Assert.Equal((Tone.Look, "No serial"), Said(Bay(BayState.Occupied, serial: "To be filled by O.E.M.")));
    }

    [Theory]
    [InlineData("slot-open", "Again", "Ready")]
    [InlineData("owner-unsettled", "Stop", "Do not wipe")]
    [InlineData("carrier-twice", "Stop", "Do not wipe")]
    [InlineData("slot-failed", "Stop", "Failed")]
    [InlineData("slot-under-review", "Look", "To decide")]
    public void A_waiting_carrier_says_what_its_order_says(string rule, string tone, string word)
    {
        var (said, spoken) = Said(Bay(BayState.Occupied, order: Order("Open", [rule])));
        Assert.Equal((tone, word), (said.ToString(), spoken));
    }

    [Fact]
    public void A_held_order_goes_before_everything_its_carrier_could_be_ready_for()
    {
        var hold = new HoldView(Guid.NewGuid(), Guid.NewGuid(), "Legal", "court order 5", null, "Olga", Now, null, null, null, InForce: true);
        var answer = Of(Bay(BayState.Occupied, order: Order("Open", ["hold", "slot-open"]) with { Holds = [hold] }));
        Assert.Equal((Tone.Stop, "Do not wipe"), (answer.Tone, answer.Word));
        Assert.Contains("court order 5", answer.Why);
    }

    [Fact]
    public void A_rule_of_the_station_is_said_in_the_persons_language_and_an_unknown_one_in_the_stations()
    {
        Assert.Equal("The order is held.", Of(Bay(BayState.Refused, rule: "order.held", reason: "The order is held: legal.")).Why);
        Assert.Equal("It smokes.", Of(Bay(BayState.Failed, rule: "bay.smokes", reason: "It smokes.")).Why);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        Assert.Equal("Der Auftrag ist gesperrt.", Of(Bay(BayState.Refused, rule: "order.held", reason: "The order is held: legal.")).Why);
    }

    private static BayAnswer Of(BenchBay bay) => BayAnswer.Of(T, bay);

    private static (Tone?, string) Said(BenchBay bay) => (Of(bay).Tone, Of(bay).Word);

    private static BenchBay Bay(BayState state, string serial = "S1", string? rule = null, string? reason = null, BenchOrder? order = null) => new(
        new BayReport
        {
            Bay = "A1", State = state, Since = new DateTimeOffset(Now), Model = null, Serial = serial, SizeBytes = null, Temperature = null, JobId = null, Rule = rule, Reason = reason,
            Progress = state == BayState.Working ? new BayProgress { Phase = JobPhase.Overwriting, BytesDone = 1, BytesTotal = 2, Speed = null } : null,
        },
        Job: null, order, Now, Silent: false);

    private static BenchOrder Order(string state, string[] rules) => new(
        new OrderLine(Guid.NewGuid(), Guid.NewGuid(), 1, "Lenovo", "T14", "PF1", "", "R-1", "normal", "SEC-1", state, 1, Now, Now, 1, 0, false, false, [.. rules.Select(rule => new BlockerView(rule, "A", "R9"))]), [], []);
}
