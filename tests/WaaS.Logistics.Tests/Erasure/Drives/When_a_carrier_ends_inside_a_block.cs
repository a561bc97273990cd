using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.Verbs;
using WaaS.Logistics.Tests.Station;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>Carriers with fewer blocks than an order has samples, whose size is no multiple of 4096: every block is marked, and the last place lies over the one before it.</summary>
public sealed class When_a_carrier_ends_inside_a_block
{
    [Theory]
    [InlineData((4 << 20) + 512)]
    [InlineData((4 << 20) + 3584)]
    [InlineData((6905 * 4096) - 512)]
    [InlineData((6904 * 4096) + 512)]
    [InlineData((6905 * 4096) + 512)]
    [InlineData((6908 * 4096) + 2048)]
    [InlineData(4 << 20)]
    public async Task It_is_accepted_by_marks_as_any_other(long size)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(size);
        ulong sectors = (ulong)size / 512;
        var drive = new EmulatedAtaDrive(new EmulatedMedium(image)) { VisibleSectors = sectors, NativeSectors = sectors, AccessibleSectors = sectors, FactorySectors = sectors };
        DriveFacts facts = ScsiReading.Read(drive, new DriveFacts { Path = "/dev/sdx", Device = "8:240", Interface = DriveInterface.Ata, SizeBytes = size, LogicalSectorBytes = 512 }) with { Rotational = false };
        station.Drives = new DriveSource(_ => DriveControl.Of(drive, facts), TimeSpan.FromMilliseconds(1));
        station.Server.Job = StationBench.NewJob() with
        {
            ProcedureKey = "purge-firmware", RequiredLevel = SanitizationLevel.Purge, Medium = MediaType.Ssd, Steps = StationBench.Steps(0, "ata-sanitize-block-erase"), Passes = [],
            Verification = new RequiredVerification { Type = VerificationType.Sampled, Percent = 0, Samples = 6905 },
        };

        ExitCode code = await station.WipeAsync(station.Bench.Loop(image, "--direct-io=on", "-b", "512"), "--serial", StationBench.Carrier);

        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
        Assert.Equal(ExitCode.Done, code);
        VerificationResult looked = station.Server.Evidence[0].Document.Carrier.Verification;
        Assert.InRange(looked.Percent, 99.9, 100);
        CarrierResult carrier = station.Server.Evidence[0].Document.Carrier;
        // The line on the evidence draws them again, the last one too.
        Assert.Equal(carrier.Steps[^1].Look!.PlacesDigest.ToString(), Shell.Run("sh", "-c", carrier.Steps[^1].RecheckCommand!).Split(' ')[0]);
    }

    [Theory]
    [InlineData(1, 4096, 4096)]
    [InlineData(2, 4608, 4608)]
    [InlineData(1024, 1 << 22, 1 << 22)]
    [InlineData(1025, (1 << 22) + 512, (1 << 22) + 512)]
    [InlineData(1024, (1 << 22) + 512, 1 << 22)]
    public void So_many_places_are_so_many_bytes_and_never_more_than_there_are(long places, long size, long bytes)
    {
        Assert.Equal(bytes, SamplePlan.Bytes(places, size));
        Assert.Equal(bytes, SampleCounts.Bytes(places, size, SamplePlan.BlockBytes));
    }
}
