using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;
using Xunit;

namespace WaaS.Logistics.Tests.Returns;

/// <summary>Every combination of facts is judged, and each outcome is held to when it may and when it must come.</summary>
public class When_a_scan_is_judged
{
    private const string Own = "Stadtwerke Beispiel";
    private const string Other = "Kanzlei Muster";
    private const string Serial = "5CG1234XYZ";
    private static readonly (string, string)[] Models = [("HP", "ELITEBOOK"), ("DELL", "LATITUDE")];

    [Fact]
    public void There_is_one_outcome_or_one_question() => Each((facts, verdict, all) =>
    {
        var ask = !all.Placeholder && all.Candidates.Count > 1;
        Assert.Equal(ask, verdict.Outcome is null);
        Assert.Equal(ask ? all.Candidates : [], verdict.Choices);
    });

    [Fact]
    public void It_is_Expected_exactly_when_the_order_waits_for_it_and_nothing_speaks_against_it() => EachJudged((facts, verdict, all) =>
        Assert.Equal(all.Device is { Expectation: ExpectedState.Open, HasReceipt: false, Quarantine: not Standing.Stopped } && !all.OnStopList, verdict.Outcome == ScanOutcome.Expected));

    [Fact]
    public void It_is_Stop_exactly_when_a_stop_entry_or_an_earlier_stop_says_so() => EachJudged((facts, verdict, all) =>
        Assert.Equal(all.OnStopList || all.StoppedBefore, verdict.Outcome == ScanOutcome.Stop));

    [Fact]
    public void A_stop_that_was_noted_before_says_so() => EachJudged((facts, verdict, all) =>
    {
        if (verdict.Outcome == ScanOutcome.Stop)
            Assert.Equal(all.StoppedBefore ? ScanReason.StoppedBefore : ScanReason.StopList, verdict.Reason);
    });

    [Fact]
    public void It_is_Duplicate_exactly_when_it_is_in_the_house_already_and_this_scan_does_not_settle_it() => EachJudged((facts, verdict, all) =>
    {
        var received = all.Device is { HasReceipt: true };
        var aside = all.Device is { Quarantine: Standing.Quarantined, HasReceipt: false, Expectation: not ExpectedState.Open } || all.Device is null && facts.Stranger == Standing.Quarantined;
        Assert.Equal((received || aside) && !all.OnStopList && !all.StoppedBefore, verdict.Outcome == ScanOutcome.Duplicate);
    });

    [Fact]
    public void Another_customers_device_is_Foreign_and_only_that() => EachJudged((facts, verdict, all) =>
        Assert.Equal(all.IsNew && all.Device is { Customer: Other, Expectation: not (ExpectedState.Open or ExpectedState.Withdrawn) }, verdict.Outcome == ScanOutcome.Foreign));

    [Fact]
    public void It_is_Swapped_exactly_when_the_order_waits_for_another_serial_of_its_model() => EachJudged((facts, verdict, all) =>
    {
        var known = all.Device is { Customer: Own, Expectation: not (ExpectedState.Open or ExpectedState.Withdrawn) } device && facts.OpenModels.Contains((device.MakerKey, device.ModelKey));
        var stranger = all.Device is null && facts is { MakerKey: { } maker, ModelKey: { } model } && facts.OpenModels.Contains((maker, model));
        Assert.Equal(all.IsNew && (known || stranger), verdict.Outcome == ScanOutcome.Swapped);
    });

    [Fact]
    public void It_is_Unknown_only_where_no_device_is_known() => EachJudged((facts, verdict, all) =>
    {
        if (verdict.Outcome == ScanOutcome.Unknown)
            Assert.Null(verdict.Device);
    });

    [Fact]
    public void An_Extra_device_is_known_and_not_waited_for() => EachJudged((facts, verdict, all) =>
    {
        if (verdict.Outcome == ScanOutcome.Extra)
            Assert.True(all.Device is { Expectation: not ExpectedState.Open, HasReceipt: false });
    });

    [Fact]
    public void A_device_whose_contract_goes_on_is_Extra_with_that_reason() => EachJudged((facts, verdict, all) =>
        Assert.Equal(all.IsNew && all.Device is { Expectation: ExpectedState.Withdrawn }, verdict.Reason == ScanReason.ContractExtended));

    [Theory]
    [InlineData("TOBEFILLEDBYO.E.M.")]
    [InlineData("DEFAULTSTRING")]
    [InlineData("0000000000")]
    [InlineData("XXXXXXXX")]
    public void A_placeholder_matches_nothing(string placeholder)
    {
        var device = new KnownDevice(Guid.NewGuid(), "HP", "ELITEBOOK", Own, ExpectedState.Open, HasReceipt: true, Standing.Quarantined);
        var verdict = ScanRule.Decide(new ScanFacts(placeholder, null, null, Own, [device], Standing.Quarantined, [null], Models.ToHashSet()));
        Assert.Equal((ScanOutcome.Unknown, ScanReason.PlaceholderSerial, null), (verdict.Outcome!.Value, verdict.Reason, verdict.Device));
    }

    [Fact]
    public void A_stop_for_one_maker_leaves_the_other_makers_device_alone()
    {
        var hp = new KnownDevice(Guid.NewGuid(), "HP", "ELITEBOOK", Own, ExpectedState.Open, false, Standing.No);
        var facts = new ScanFacts(Serial, "HP", null, Own, [hp], Standing.No, ["DELL"], new HashSet<(string, string)>());
        Assert.Equal(ScanOutcome.Expected, ScanRule.Decide(facts).Outcome);
        Assert.Equal(ScanOutcome.Stop, ScanRule.Decide(facts with { Stops = ["HP"] }).Outcome);
    }

    private sealed record Derived(bool Placeholder, List<KnownDevice> Candidates, KnownDevice? Device, bool OnStopList, bool StoppedBefore)
    {
        public required bool IsNew { get; init; }
    }

    private static void EachJudged(Action<ScanFacts, ScanVerdict, Derived> check) => Each((facts, verdict, all) =>
    {
        if (verdict.Outcome is not null && !all.Placeholder)
            check(facts, verdict, all);
    });

    private static void Each(Action<ScanFacts, ScanVerdict, Derived> check)
    {
        var count = 0;
        foreach (var facts in AllFacts())
        {
            check(facts, ScanRule.Decide(facts), Derive(facts));
            count++;
        }
        Assert.True(count > 200_000, $"only {count} combinations");
    }

    // Said again in other words than the rule's own, from the facts alone.
    private static Derived Derive(ScanFacts facts)
    {
        var candidates = facts.Matches.Where(match => facts.MakerKey == null || facts.MakerKey == match.MakerKey).ToList();
        var device = candidates.Count == 1 ? candidates[0] : null;
        var maker = device != null ? device.MakerKey : facts.MakerKey;
        var listed = facts.Stops.Contains(null) || facts.Stops.Count > 0 && (maker == null || facts.Stops.Contains(maker));
        var before = device != null ? device.Quarantine == Standing.Stopped : facts.Stranger == Standing.Stopped;
        var inHouse = device != null ? device.HasReceipt || device.Quarantine != Standing.No : facts.Stranger != Standing.No;
        return new Derived(false, candidates, device, listed, before) { IsNew = !listed && !inHouse };
    }

    private static IEnumerable<ScanFacts> AllFacts() =>
        from first in Variants("HP", "ELITEBOOK", full: true)
        from second in Variants("DELL", "LATITUDE", full: false)
        from stranger in Enum.GetValues<Standing>()
        from stops in Subsets<string?>([null, "HP", "DELL"])
        from open in Subsets(Models)
        from said in new (string?, string?)[] { (null, null), ("HP", null), ("DELL", "LATITUDE"), ("APPLE", "LATITUDE"), ("HP", "ELITEBOOK") }
        select new ScanFacts(Serial, said.Item1, said.Item2, Own, [.. new[] { first, second }.OfType<KnownDevice>()], stranger, stops, open.ToHashSet());

    private static IEnumerable<KnownDevice?> Variants(string maker, string model, bool full)
    {
        yield return null;
        foreach (var customer in new[] { Own, Other })
            foreach (var expectation in full ? [null, .. Enum.GetValues<ExpectedState>()] : new ExpectedState?[] { null, ExpectedState.Open })
                foreach (var receipt in new[] { false, true })
                    foreach (var quarantine in full ? Enum.GetValues<Standing>() : [Standing.No])
                        yield return new KnownDevice(Guid.NewGuid(), maker, model, customer, expectation, receipt, quarantine);
    }

    private static IEnumerable<List<T>> Subsets<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, 1 << items.Count).Select(mask => items.Where((_, i) => (mask & 1 << i) != 0).ToList());
}
