using System.Diagnostics;
using WaaS.Logistics.Host.Demo.Input;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Journey;

/// <summary>From the contract file to the shelf and the sale: fifteen devices, over HTTP, with the real wipe station on real disk images.</summary>
public abstract class When_devices_go_the_whole_way(PlayedJourney journey)
{
    [Fact]
    public void Every_device_ends_where_the_rules_say()
    {
        Assert.Equal(Story.Parts.Select(part => part.Serial), journey.Ends.Select(end => end.Part.Serial));
        Assert.All(journey.Ends, end => Assert.True(end.IsRight, $"{end.Part.Serial}: {end.Found}; {string.Join("; ", end.Wrong)}"));
        Assert.Contains(journey.Ends, end => end.Found.StartsWith("blocked: slot-failed", StringComparison.Ordinal));
        Assert.Equal(5, journey.Ends.Count(end => end.Found.StartsWith("sold to", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_must_not_happen_was_tried_and_refused() =>
        Assert.Superset(
            new HashSet<string> { "no-such-job", "same-person", "not-allowed", "grade-too-good", "wrong-bin", "buyer-is-tenant", "not-in-this-bin", "already-reserved" },
            journey.Stage.Refusals.Select(refused => refused.Rule).ToHashSet());

    [Fact]
    public async Task Every_certificate_carries_a_valid_signature()
    {
        var papers = journey.Ends.SelectMany(end => end.Certificates).ToList();
        Assert.Equal(2 * 10, papers.Count);
        foreach (var paper in papers)
            Assert.Contains("Signature Validation: Signature is Valid.", await Pdfsig(paper));
        // One byte of a page changed: what says "valid" above is able to say otherwise.
        var damaged = await File.ReadAllBytesAsync(papers[0]);
        damaged[damaged.Length / 4] ^= 1;
        var copy = papers[0] + ".damaged.pdf";
        await File.WriteAllBytesAsync(copy, damaged);
        Assert.DoesNotContain("Signature is Valid", await Pdfsig(copy));
    }

    [Fact]
    public async Task A_certificate_that_is_revoked_takes_its_device_off_the_shelf()
    {
        var shelved = journey.Ends.First(end => end.Part is { End: End.OnTheShelf } && end.Certificates.Count > 0);
        var number = Path.GetFileName(shelved.Certificates[0])[..^"-de.pdf".Length];
        await journey.Stage.People.Releaser.Post($"/wipe/api/certificates/{number}/revocation", new { opId = Guid.NewGuid(), reason = "the label was of another carrier" });
        var serial = shelved.Part.Serial;
        await Poll.Until(
            async () => (await journey.Stage.People.Seller.Get($"/stock/api/units?q={serial}"))[0].GetProperty("state").GetString(), "blocked", TimeSpan.FromSeconds(30), $"the unit of {serial} is blocked");
        // The reading that called it right says now what is wrong: it does not repeat what it was told.
        var now = await journey.ReadAgain(shelved.Part);
        Assert.Contains("the unit is blocked", now.Wrong);
        Assert.Contains("0 certificates were issued, not 1", now.Wrong);
    }

    private static async Task<string> Pdfsig(string paper)
    {
        using var tool = Process.Start(new ProcessStartInfo("pdfsig", [paper]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = tool.StandardOutput.ReadToEndAsync();
        await tool.StandardError.ReadToEndAsync();
        await tool.WaitForExitAsync();
        return await output;
    }
}

public sealed class When_devices_go_the_whole_way_embedded(JourneyEmbedded journey) : When_devices_go_the_whole_way(journey), IClassFixture<JourneyEmbedded>;

public sealed class When_devices_go_the_whole_way_on_servers(JourneyOnServers journey) : When_devices_go_the_whole_way(journey), IClassFixture<JourneyOnServers>;
