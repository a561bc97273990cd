using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Station;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.InDevice;

public sealed class When_a_machine_wipes_itself_on_sqlite(ProductOnSqlite product) : When_a_machine_wipes_itself(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_machine_wipes_itself_on_servers(ProductOnPostgres product) : When_a_machine_wipes_itself(product), IClassFixture<ProductOnPostgres>;

public abstract class When_a_machine_wipes_itself(RunningProduct product)
{
    private readonly Fleet _fleet = new(product);

    [Fact]
    public async Task The_serial_in_its_firmware_finds_its_job_and_its_evidence_is_accepted()
    {
        using var supervisor = await product.SignedIn("sup-own", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "OWN-1", "OWN-CARR-1");
        using var laptop = new Laptop("OWN-1", "OWN-CARR-1", pem);
        var before = laptop.Content();

        var code = await laptop.Wipe(product.Address);

        Assert.True(code == ExitCode.Done, laptop.Errors);
        Assert.True(laptop.Said.GetProperty("accepted").GetBoolean());
        Assert.Equal(("server", false), (laptop.Said.GetProperty("journalOn").GetString(), laptop.Said.GetProperty("goneOnWith").GetBoolean()));
        Assert.Contains("CLEARED", laptop.Errors);
        Assert.NotEqual(before, laptop.Content());
        var order = await _fleet.Order(supervisor, "OWN-1");
        Assert.Equal("Cleared", order.GetProperty("order").GetProperty("state").GetString());
        var boot = (await Shopfloor.Json(await supervisor.Get("/wipe/api/stations"))).EnumerateArray().Single(station => station.GetProperty("name").GetString() == "ThinkPad T14 OWN-1");
        Assert.NotEqual(default, boot.GetProperty("expiresAt").GetDateTime());
        var evidence = await _fleet.Read(db => db.Evidence.AsNoTracking().SingleAsync(row => row.CarrierSerial == "OWN-CARR-1"));
        Assert.Equal(boot.GetProperty("id").GetGuid(), evidence.StationId);
        await JournalIsErased(evidence.JobId);
    }

    [Fact]
    public async Task A_german_console_says_in_german_why_the_server_refuses()
    {
        using var supervisor = await product.SignedIn("sup-own-de", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "DE-1", "DE-CARR-1");
        var device = (await _fleet.Order(supervisor, "DE-1")).GetProperty("order").GetProperty("deviceId").GetGuid();
        await Shopfloor.Json(await supervisor.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = device, kind = "Legal", reason = "Az. 7 O 12/26" }));
        using var laptop = new Laptop("DE-1", "DE-CARR-1", pem) { Language = "de" };

        Assert.Equal(ExitCode.Refused, await laptop.Wipe(product.Address));

        Assert.Contains("abgelehnt: Gerät DE-1 darf jetzt nicht gelöscht werden: rechtliche Sperre: Az. 7 O 12/26.", laptop.Errors);
        Assert.DoesNotMatch("(?i)\\b(the|is|not|server says)\\b", laptop.Errors);
        Assert.Equal("hold", laptop.Said.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Killed_in_the_middle_its_next_start_goes_on_from_the_servers_journal_and_reads_all_of_it_back()
    {
        using var supervisor = await product.SignedIn("sup-kill", Roles.Supervisor);
        var (fleetKey, pem) = await _fleet.Key(supervisor, machines: 1);
        await _fleet.Received(supervisor, "KILL-1", "KILL-CARR-1");
        using var laptop = new Laptop("KILL-1", "KILL-CARR-1", pem, bytes: 96 << 20);
        using (var first = laptop.Start(product.Address, "--limit-mb", "6", "--threads", "1"))
        {
            await Poll.Until(async () => first.HasExited || await _fleet.Read(db => db.JournalPages.AnyAsync(page => page.Revision >= 3)), TimeSpan.FromSeconds(90), "a watermark is on the server");
            Assert.False(first.HasExited, first.HasExited ? await first.StandardError.ReadToEndAsync() : "");
            first.Kill();
            await first.WaitForExitAsync();
        }
        var jobId = await _fleet.Read(db => db.Jobs.Where(job => job.CarrierSerial == "KILL-CARR-1").Select(job => job.Id).SingleAsync());
        var page = await _fleet.Read(db => db.JournalPages.AsNoTracking().SingleAsync(page => page.JobId == jobId));
        // Sealed: neither as text nor as the bytes of its base64 does the key stand there.
        Assert.DoesNotContain("keyHex", page.Sealed + Encoding.Latin1.GetString(Convert.FromBase64String(page.Sealed)), StringComparison.OrdinalIgnoreCase);

        laptop.Boot();
        Task? silent = null;
        var code = await laptop.Wipe(product.Address, said =>
        {
            // It waits until nothing was heard of the first start for long enough: as if that much time had passed.
            if (said.StartsWith("The server still hears an earlier start", StringComparison.Ordinal))
                (silent ??= _fleet.FallSilent(jobId)).GetAwaiter().GetResult();
        });

        Assert.True(code == ExitCode.Done, laptop.Errors);
        Assert.Matches("it goes on at [1-9][0-9,]* of 100,663,296 bytes", laptop.Errors);
        Assert.True(laptop.Said.GetProperty("goneOnWith").GetBoolean());
        Assert.Equal(96 << 20, laptop.Said.GetProperty("verifiedBytes").GetInt64());
        var (evidence, boots) = await _fleet.Read(async db => (await db.Evidence.AsNoTracking().SingleAsync(row => row.JobId == jobId), await db.Stations.Where(station => station.FleetKeyId == fleetKey).Select(station => station.BootId).ToListAsync()));
        Assert.Equal(("success", ""), (evidence.Outcome, evidence.Rules));
        Assert.Equal(2, boots.Distinct().Count());
        // One machine, however often it is started.
        Assert.Equal((1, 2), await _fleet.Read(async db => await db.FleetKeys.Where(key => key.Id == fleetKey).Select(key => new ValueTuple<int, int>(key.Machines, key.Boots)).SingleAsync()));
        var steps = await _fleet.Read(db => db.Steps.AsNoTracking().Where(step => step.JobId == jobId).OrderBy(step => step.Sequence).Select(step => new { step.Sequence, step.Kind, step.Record }).ToListAsync());
        Assert.Equal(Enumerable.Range(1, steps.Count).Select(number => (long)number), steps.Select(step => step.Sequence));
        Assert.Contains(steps, step => step.Kind == "pass-resumed");
        Assert.Equal(2, steps.Select(step => JsonSerializer.Deserialize<JsonElement>(step.Record).GetProperty("body").GetProperty("stationKeyId").GetString()).Distinct().Count());
        Assert.Equal(2, await _fleet.Read(db => db.Jobs.Where(job => job.Id == jobId).Select(job => job.Boots).SingleAsync()));
        await JournalIsErased(jobId);
    }

    [Fact]
    public async Task A_hold_set_between_claim_and_first_write_leaves_every_byte_as_it_was()
    {
        using var supervisor = await product.SignedIn("sup-between", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        var device = (await _fleet.Received(supervisor, "BETWEEN-1", "BETWEEN-CARR-1")).GetProperty("order").GetProperty("deviceId").GetGuid();
        using var laptop = new Laptop("BETWEEN-1", "BETWEEN-CARR-1", pem);
        var before = laptop.Content();
        Task? held = null;

        var code = await laptop.Wipe(product.Address, said =>
        {
            if (said.StartsWith("Journal and key", StringComparison.Ordinal))
                (held = supervisor.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = device, kind = "Legal", reason = "court order 9" })).GetAwaiter().GetResult();
        });

        Assert.NotNull(held);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("court order 9", laptop.Errors);
        Assert.Contains("DO NOT WIPE", laptop.Errors);
        Assert.Equal(before, laptop.Content());
    }

    [Fact]
    public async Task Without_a_place_for_the_journal_it_does_not_start()
    {
        using var supervisor = await product.SignedIn("sup-nowhere", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "NOWHERE-1", "NOWHERE-CARR-1");
        using var wire = new Wire(product.Address);
        using var laptop = new Laptop("NOWHERE-1", "NOWHERE-CARR-1", pem);
        var before = laptop.Content();

        var code = await laptop.Wipe(wire.Address, said =>
        {
            if (said.StartsWith("Journal and key", StringComparison.Ordinal))
                wire.Cut();
        });

        Assert.Equal((ExitCode.NoJournal, "journal.nowhere"), (code, laptop.Said.GetProperty("rule").GetString()));
        Assert.Contains("DO NOT WIPE", laptop.Errors);
        Assert.Equal(before, laptop.Content());
        Assert.False(await _fleet.Read(db => db.JournalPages.AnyAsync(page => db.Jobs.Any(job => job.Id == page.JobId && job.CarrierSerial == "NOWHERE-CARR-1"))));
    }

    [Fact]
    public async Task A_server_that_goes_away_meanwhile_gets_the_report_when_it_is_back()
    {
        using var supervisor = await product.SignedIn("sup-away", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "AWAY-1", "AWAY-CARR-1");
        using var wire = new Wire(product.Address);
        using var laptop = new Laptop("AWAY-1", "AWAY-CARR-1", pem, bytes: 24 << 20);

        var wiping = laptop.Wipe(wire.Address, said =>
        {
            if (said.StartsWith("overwriting", StringComparison.Ordinal))
                wire.Cut();
            if (said.Contains("LEAVE IT ON", StringComparison.Ordinal))
                wire.Mend();
        }, default, "--limit-mb", "12");
        var code = await wiping;

        Assert.True(code == ExitCode.Done, laptop.Errors);
        Assert.Contains("LEAVE IT ON", laptop.Errors);
        Assert.Equal("Cleared", (await _fleet.Order(supervisor, "AWAY-1")).GetProperty("order").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Another_carrier_than_the_orders_is_not_touched()
    {
        using var supervisor = await product.SignedIn("sup-other", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "OTHER-1", "OTHER-CARR-1");
        using var laptop = new Laptop("OTHER-1", "STRANGE-CARR-9", pem);
        var before = laptop.Content();

        Assert.Equal(ExitCode.Refused, await laptop.Wipe(product.Address));

        Assert.Equal("target.serial-differs", laptop.Said.GetProperty("rule").GetString());
        Assert.Equal(before, laptop.Content());
        Assert.Equal(JobStates.None, await JobsOf("OTHER-1"));
    }

    [Fact]
    public async Task Of_several_drives_each_is_wiped_by_itself_and_the_machine_is_cleared_with_the_last()
    {
        using var supervisor = await product.SignedIn("sup-many", Roles.Supervisor);
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.ReceivedWith(supervisor, "MANY-1", "MANY-CARR-1", "MANY-CARR-2");
        using Laptop one = new("MANY-1", "MANY-CARR-1", pem), two = new("MANY-1", "MANY-CARR-2", pem), stranger = new("MANY-1", "MANY-CARR-3", pem);
        var (second, third) = (two.Content(), stranger.Content());
        async Task<string?> State() => (await _fleet.Order(supervisor, "MANY-1")).GetProperty("order").GetProperty("state").GetString();

        Assert.True(await one.Wipe(product.Address) == ExitCode.Done, one.Errors);
        Assert.Equal("Open", await State());
        Assert.Equal(second, two.Content());
        Assert.Equal(ExitCode.Refused, await stranger.Wipe(product.Address));
        Assert.Equal("target.serial-differs", stranger.Said.GetProperty("rule").GetString());
        Assert.Equal(third, stranger.Content());
        // What is done is not done again.
        Assert.Equal(ExitCode.Refused, await one.Wipe(product.Address));

        Assert.True(await two.Wipe(product.Address) == ExitCode.Done, two.Errors);
        Assert.Equal("Cleared", await State());
        Assert.Equal(2, await _fleet.Read(db => db.Jobs.CountAsync(job => job.Order!.Serial == "MANY-1" && job.State == JobState.Reported)));
    }

    [Fact]
    public async Task A_carrier_the_order_does_not_know_is_named_by_a_person_with_a_badge()
    {
        using var supervisor = await product.SignedIn("sup-unknown", Roles.Supervisor);
        await product.Badge(await product.Person("op-unknown", Roles.WipeOperator), "badge-unknown", "4711");
        var (_, pem) = await _fleet.Key(supervisor);
        await _fleet.Received(supervisor, "UNKNOWN-1", null);
        using var laptop = new Laptop("UNKNOWN-1", "UNKNOWN-CARR-77A1", pem);
        var before = laptop.Content();

        Assert.Equal(ExitCode.Refused, await laptop.Wipe(product.Address));
        Assert.Equal("target.serial-unknown", laptop.Said.GetProperty("rule").GetString());
        Assert.Equal(ExitCode.Refused, await laptop.Wipe(product.Address, more: ["--confirm", "77A2"]));
        Assert.Equal(ExitCode.Refused, await laptop.Wipe(product.Address, more: ["--confirm", "77A1"]));
        Assert.Equal("operator-needed", laptop.Said.GetProperty("rule").GetString());
        Assert.Equal(before, laptop.Content());

        laptop.Badge = "badge-unknown";
        Assert.True(await laptop.Wipe(product.Address, more: ["--confirm", "77A1"]) == ExitCode.Done, laptop.Errors);
        Assert.Equal("UNKNOWN-CARR-77A1", (await _fleet.Order(supervisor, "UNKNOWN-1")).GetProperty("slots")[0].GetProperty("carrierSerial").GetString());
    }

    private async Task JournalIsErased(Guid jobId) => Assert.Equal((true, false), await _fleet.Read(async db =>
        (await db.Journals.AnyAsync(journal => journal.JobId == jobId && journal.ErasedAt != null), await db.JournalPages.AnyAsync(page => page.JobId == jobId))));

    private async Task<JobStates> JobsOf(string device) => await _fleet.Read(db => db.Jobs.AnyAsync(job => job.Order!.Serial == device)) ? JobStates.Some : JobStates.None;

    private enum JobStates
    {
        None,
        Some,
    }
}
