using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Station;
using WaaS.Logistics.Tests.Erasure.Drives;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

/// <summary>The station asks its server for a half of the seed when the drive has ended erasing itself; without an answer it looks at everything, and never draws alone.</summary>
public sealed class When_samples_are_drawn_after_an_erase : IAsyncLifetime
{
    private const long Size = 4 << 20;
    private StationBench _station = null!;
    private EmulatedMedium _medium = null!;
    private string _device = "";

    private CarrierResult Carrier => _station.Server.Evidence[^1].Document.Carrier;

    public async ValueTask InitializeAsync()
    {
        _station = await StationBench.EnrolledAsync();
        string image = _station.OrderedImage(Size);
        _medium = new EmulatedMedium(image);
        const ulong Sectors = Size / 512;
        EmulatedAtaDrive drive = new(_medium) { VisibleSectors = Sectors, NativeSectors = Sectors, AccessibleSectors = Sectors, FactorySectors = Sectors };
        DriveFacts facts = ScsiReading.Read(drive, new DriveFacts { Path = "/dev/sdx", Device = "8:240", Interface = DriveInterface.Ata, SizeBytes = Size, LogicalSectorBytes = 512 }) with { Rotational = false };
        _station.Drives = new(_ => DriveControl.Of(drive, facts), TimeSpan.FromMilliseconds(1));
        _station.Server.Job = StationBench.NewJob() with
        {
            ProcedureKey = "bsi-gs", RequiredLevel = WaaS.Logistics.Proof.Levels.SanitizationLevel.Purge, Medium = MediaType.Ssd, Steps = StationBench.Steps(1, "ata-sanitize-block-erase"),
            Verification = new RequiredVerification { Type = VerificationType.Sampled, Percent = 10 },
        };
        _device = _station.Bench.DirectLoop(image);
    }

    public ValueTask DisposeAsync() => _station.DisposeAsync();

    [Fact]
    public async Task Both_halves_are_in_the_evidence_and_nothing_speaks_against_it()
    {
        Assert.Equal(ExitCode.Done, await Wipe());

        Assert.Empty(Assert.Single(_station.Server.Judgements).Findings);
        Assert.Equal((VerificationType.Sampled, TriState.Yes), (Carrier.Verification.Type, Carrier.Steps[^1].Look!.SeedDrawnAfter));
        SeedHalves halves = Carrier.Steps[^1].Look!.SeedFrom!;
        StepRecord end = Assert.Single(_station.Server.Steps, step => step.Body.Kind == StepKinds.EraseEnded);
        Assert.Equal(end.ComputeHash(), halves.EraseEnded);
        Assert.Equal(halves.Commitment(), EraseEnd.Commitment(end));
        Assert.Equal(Assert.Single(_station.Server.Seeds)!.Nonce, halves.ServerNonce);
        Assert.Equal(halves.Seed(), Carrier.Verification.SampleSeed);
        Assert.DoesNotContain(halves.StationHalf, end.Body.Payload.GetRawText());
        Assert.Empty(_station.Server.Complaints);
    }

    [Fact]
    public async Task A_reply_that_was_lost_is_asked_for_again_and_is_the_same()
    {
        _station.Server.LostSeeds = 2;

        Assert.Equal(ExitCode.Done, await Wipe());

        Assert.Equal(3, _station.Server.Seeds.Count);
        Assert.Single(_station.Server.Seeds.Select(given => given!.Nonce).Distinct());
        Assert.Equal(VerificationType.Sampled, Carrier.Verification.Type);
        Assert.Empty(Assert.Single(_station.Server.Judgements).Findings);
    }

    /// <summary>Away, older than the question, unwilling, or not making sense.</summary>
    [Theory]
    [InlineData(503, null)]
    [InlineData(404, null)]
    [InlineData(409, null)]
    [InlineData(null, "<html>proxy</html>")]
    [InlineData(null, """{"nonce":"5eed","eraseEnded":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}""")]
    public async Task Without_the_servers_half_all_of_the_carrier_is_looked_at_and_it_says_so(int? status, string? answer)
    {
        (_station.Server.SeedStatus, _station.Server.SeedAnswer) = (status, answer);

        Assert.Equal(ExitCode.Done, await Wipe());

        Assert.Contains("All of the carrier is looked at instead", _station.Errors);
        Assert.Equal((VerificationType.Full, 100.0, null, null), (Carrier.Verification.Type, Carrier.Verification.Percent, Carrier.Verification.SampleSeed, Carrier.Steps[^1].Look!.SeedFrom));
        Assert.Equal(Size, Carrier.Steps[^1].BytesVerified);
        Assert.Empty(Assert.Single(_station.Server.Judgements).Findings);
    }

    [Fact]
    public async Task A_server_that_is_away_from_the_erase_on_gets_the_report_of_the_whole_look_later()
    {
        bool gone = false;
        _station.Heard = said =>
        {
            if (!gone && said.StartsWith("erasing", StringComparison.Ordinal))
            {
                gone = true;
                _station.Server.GoAwayAsync().GetAwaiter().GetResult();
            }
        };
        Assert.Equal(ExitCode.StoredForLater, await Wipe());
        Assert.True(gone);
        Assert.Contains("All of the carrier is looked at instead", _station.Errors);

        await _station.Server.StartAsync();
        Assert.Equal(ExitCode.Done, await _station.RunAsync("journal", "--send", "--data", _station.Data, "--json"));

        Assert.Equal(VerificationType.Full, Carrier.Verification.Type);
        Assert.Empty(Assert.Single(_station.Server.Judgements).Findings);
    }

    /// <summary>The question is asked, and the program dies before it is answered: the next run asks again and is bound by what was told before.</summary>
    [Fact]
    public async Task Dead_before_the_look_the_next_run_gets_a_half_for_the_same_step()
    {
        _station.Server.SeedStatus = 503;
        _station.Heard = said =>
        {
            if (said.Contains("All of the carrier is looked at instead", StringComparison.Ordinal))
            {
                throw new ApplicationException("the power is gone");
            }
        };
        await Assert.ThrowsAsync<ApplicationException>(Wipe);
        Assert.Empty(_station.Server.Evidence);
        (_station.Server.SeedStatus, _station.Heard) = (null, null);

        Assert.Equal(ExitCode.Done, await Wipe());

        Assert.Equal(1, _medium.Erased);
        Assert.Equal(VerificationType.Sampled, Carrier.Verification.Type);
        Assert.Equal(2, _station.Server.Steps.Count(step => step.Body.Kind == StepKinds.EraseEnded));
        Assert.Equal(_station.Server.Steps.First(step => step.Body.Kind == StepKinds.EraseEnded).ComputeHash(), Carrier.Steps[^1].Look!.SeedFrom!.EraseEnded);
        Assert.Empty(Assert.Single(_station.Server.Judgements).Findings);
    }

    private Task<ExitCode> Wipe() => _station.WipeAsync(_device, "--serial", StationBench.Carrier);
}
