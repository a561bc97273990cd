using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.InDevice;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>A product whose policy looks at a tenth of a drive after it erased itself, and asks nobody.</summary>
public abstract class ProductWithSamples(IStack stack) : RunningProduct(stack)
{
    protected override void Change(WebApplicationBuilder builder) => builder.Services.AddSingleton(SamplePolicy.Book);
}

public sealed class ProductWithSamplesOnSqlite() : ProductWithSamples(new EmbeddedStack());

public sealed class ProductWithSamplesOnPostgres() : ProductWithSamples(new ServerStack { Database = EmptyTables.OnPostgres() });

public sealed class When_samples_are_drawn_by_two_halves_on_sqlite(ProductWithSamplesOnSqlite product) : When_samples_are_drawn_by_two_halves(product), IClassFixture<ProductWithSamplesOnSqlite>;

public sealed class When_samples_are_drawn_by_two_halves_on_servers(ProductWithSamplesOnPostgres product) : When_samples_are_drawn_by_two_halves(product), IClassFixture<ProductWithSamplesOnPostgres>;

/// <summary>The station's own program, as a process, over a loop device and a drive of ours that erases it, and the whole product.</summary>
public abstract class When_samples_are_drawn_by_two_halves(RunningProduct product) : IDisposable
{
    private readonly Shopfloor _floor = new(product);
    private readonly Workbench _bench = new();
    private string _image = "", _device = "";

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_evidence_is_accepted_and_whoever_has_the_secret_makes_the_servers_half_again()
    {
        using var supervisor = await product.SignedIn("sup-halves", Roles.Supervisor);
        await Ordered(supervisor, "HALVES-1");
        var said = await Ended(Start(product.Address));
        Assert.True(said.GetProperty("accepted").GetBoolean(), said.ToString());

        var (evidence, carrier) = await Evidence("HALVES-1");
        var halves = carrier.Steps[^1].Look!.SeedFrom!;
        Assert.Equal((VerificationType.Sampled, halves.Seed()), (carrier.Verification.Type, carrier.Verification.SampleSeed));
        // The lines of docs/wiping.md.
        var secret = Path.Combine(product.Services.GetRequiredService<StorageOptions>().DataFolder, "keys", "sample-seed.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
        var again = Shell.Run("sh", "-c", $"printf 'waas-sample-seed/1\\n%s\\n%s\\n%s' {evidence.JobId} {halves.EraseEnded} HALVES-1 | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(cat {secret}) -r");
        Assert.Equal(halves.ServerNonce, again.Split(' ')[0]);
        Assert.Equal(carrier.Steps[^1].Look!.PlacesDigest.ToString(), Shell.Run("sh", "-c", carrier.Steps[^1].RecheckCommand!).Split(' ')[0]);
        Assert.Equal("Cleared", (await _floor.Order(supervisor, "DEV-HALVES-1")).GetProperty("order").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Killed_between_the_end_of_the_erase_and_the_answer_it_goes_on_with_a_half_for_the_same_step()
    {
        using var supervisor = await product.SignedIn("sup-killed", Roles.Supervisor);
        await Ordered(supervisor, "KILLED-1");
        using var wire = new Wire(product.Address);
        var asked = wire.Swallow("/seed ");
        using (var killed = Start(wire.Address))
        {
            await Poll.Until(() => Task.FromResult(asked.IsCompleted || killed.HasExited), TimeSpan.FromSeconds(90), "the station asks for the server's half");
            Assert.True(asked.IsCompleted, killed.HasExited ? await killed.StandardError.ReadToEndAsync() : "");
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        Assert.Equal(1, await Ends("KILLED-1"));

        var said = await Ended(Start(wire.Address));

        Assert.True(said.GetProperty("accepted").GetBoolean(), said.ToString());
        var (evidence, carrier) = await Evidence("KILLED-1");
        Assert.Equal((VerificationType.Sampled, 1), (carrier.Verification.Type, carrier.Steps[1].Runs!.Value));
        Assert.Equal(2, await Ends("KILLED-1"));
        var first = await Read(db => db.Steps.AsNoTracking().Where(step => step.JobId == evidence.JobId && step.Kind == StepKinds.EraseEnded).OrderBy(step => step.Sequence).Select(step => step.Hash).FirstAsync());
        Assert.Equal(first, carrier.Steps[^1].Look!.SeedFrom!.EraseEnded.ToString());
    }

    [Fact]
    public async Task A_server_that_is_away_then_gets_the_evidence_of_a_look_at_everything()
    {
        using var supervisor = await product.SignedIn("sup-gone", Roles.Supervisor);
        await Ordered(supervisor, "GONE-1");
        using var wire = new Wire(product.Address);
        _ = wire.Swallow("/seed ").ContinueWith(_ => wire.Cut(), TaskScheduler.Default);
        using var station = Start(wire.Address);
        await station.WaitForExitAsync();
        Assert.Contains("All of the carrier is looked at instead", await station.StandardError.ReadToEndAsync());
        Assert.Equal(5, station.ExitCode);
        wire.Mend();

        using var report = Start(wire.Address, "journal", "--send", "--data", _bench.Path_("station"), "--json");
        await report.WaitForExitAsync();

        var (evidence, carrier) = await Evidence("GONE-1");
        Assert.Equal(("success", ""), (evidence.Outcome, evidence.Rules));
        Assert.Equal((VerificationType.Full, null), (carrier.Verification.Type, carrier.Verification.SampleSeed));
    }

    private async Task Ordered(WebVisitor supervisor, string carrier)
    {
        await _floor.Received(Documents.Arrival("DEV-" + carrier, 1, new CarrierSlot("A", carrier)), supervisor);
        _image = _bench.Image(carrier + ".img", 16 << 20);
        _device = _bench.DirectLoop(_image);
        File.WriteAllText(_image + ".carrier.json", JsonSerializer.Serialize(new { serial = carrier }));
        var code = await Shopfloor.Json(await supervisor.PostJson("/wipe/api/stations/codes", new { }));
        using var enrolling = Start(product.Address, "enroll", "--server", product.Address.ToString(), "--code", code.GetProperty("code").GetString()!, "--name", "bench " + carrier, "--data", _bench.Path_("station"), "--json");
        await enrolling.WaitForExitAsync();
        Assert.True(enrolling.ExitCode == 0, await enrolling.StandardError.ReadToEndAsync());
    }

    private Process Start(Uri server, params string[] line)
    {
        string[] wipe = line.Length > 0 ? line : ["wipe", "--image", _device, "--serial", Path.GetFileNameWithoutExtension(_image), "--operator", "op-7", "--server", server.ToString(), "--data", _bench.Path_("station"), "--json"];
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "WaaS.Logistics.DriveBed.dll"), "bench", _image, .. wipe]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static async Task<JsonElement> Ended(Process station)
    {
        using (station)
        {
            var (said, errors) = (station.StandardOutput.ReadToEndAsync(), station.StandardError.ReadToEndAsync());
            await station.WaitForExitAsync();
            Assert.True(station.ExitCode == 0, $"{station.ExitCode}: {await said}{await errors}");
            return JsonSerializer.Deserialize<JsonElement>((await said).TrimEnd().Split('\n')[^1]);
        }
    }

    private Task<int> Ends(string carrier) => Read(db => db.Steps.CountAsync(step => step.Kind == StepKinds.EraseEnded && db.Jobs.Any(job => job.Id == step.JobId && job.CarrierSerial == carrier)));

    private async Task<(Evidence Row, CarrierResult Carrier)> Evidence(string carrier)
    {
        var row = await Read(db => db.Evidence.AsNoTracking().SingleAsync(row => row.CarrierSerial == carrier));
        await using var scope = product.Services.CreateAsyncScope();
        var bytes = await scope.ServiceProvider.GetRequiredService<BlobStore>().Get(row.ContentHash, default);
        return (row, EvidenceReader.Read(bytes).Document.Carrier);
    }

    private async Task<T> Read<T>(Func<SanitizationDb, Task<T>> read)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SanitizationDb>());
    }
}
