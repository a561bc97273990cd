using System.Text.Json;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>The station's program on honest ATA and SCSI drives behind the kernel's SCSI stack: each technique ends in evidence that the server accepts.</summary>
[Collection(EmulatedDriveBedCollection.Name)]
public sealed class When_a_real_drive_erases_itself(EmulatedDriveBed bed)
{
    [Theory]
    [InlineData("ata-hdd-overwritten", "ata", "Clear")]
    [InlineData("scsi-hdd-overwritten", "scsi", "Clear")]
    [InlineData("ata-sanitize-block-erase", "ata", "Purge")]
    [InlineData("ata-sanitize-overwrite", "ata", "Purge")]
    [InlineData("ata-sanitize-crypto-scramble", "ata", "Clear")]
    [InlineData("ata-security-erase", "ata", "Clear")]
    [InlineData("ata-security-erase-enhanced", "ata", "Purge")]
    [InlineData("scsi-sanitize-block-erase", "scsi", "Purge")]
    [InlineData("scsi-sanitize-overwrite", "scsi", "Purge")]
    [InlineData("scsi-sanitize-crypto-erase", "scsi", "Clear")]
    [InlineData("marked-and-erased", "ata", "Purge")]
    [InlineData("frozen-and-sanitized", "ata", "Purge")]
    public void Its_evidence_is_accepted_by_every_rule(string situation, string reached, string level)
    {
        JsonElement told = bed.Told(situation);
        Assert.Empty(told.GetProperty("complaints").EnumerateArray());
        Assert.Empty(told.GetProperty("judgement").EnumerateArray());
        Assert.True(told.GetProperty("acceptedByRules").GetBoolean());
        Assert.Equal((0, "wiped"), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("outcome").GetString()));
        Assert.Equal(level, told.GetProperty("achieved").GetString());
        Assert.False(told.GetProperty("untouched").GetBoolean());
        JsonElement carrier = told.GetProperty("evidence").GetProperty("carrier");
        Assert.Equal(("block", reached, "drive"), (carrier.GetProperty("kind").GetString(), carrier.GetProperty("interface").GetString(), carrier.GetProperty("serialSource").GetString()));
        Assert.Equal(carrier.GetProperty("capacityReportedBytes").GetInt64(), carrier.GetProperty("capacityNativeBytes").GetInt64());
        Assert.True(carrier.GetProperty("verification").GetProperty("blockLayerSectorsRead").GetInt64() * 512 >= carrier.GetProperty("steps").EnumerateArray().Last().GetProperty("bytesVerified").GetInt64());
    }

    [Theory]
    [InlineData("ata-sanitize-block-erase", "85")]
    [InlineData("ata-sanitize-overwrite", "85")]
    [InlineData("ata-security-erase-enhanced", "85")]
    [InlineData("scsi-sanitize-block-erase", "48")]
    public void The_drive_was_told_once_and_seen_to_run_and_to_end(string technique, string command)
    {
        JsonElement told = bed.Told(technique), step = told.GetProperty("evidence").GetProperty("carrier").GetProperty("steps")[1];
        Assert.Equal(1, told.GetProperty("erasesAsked").GetInt32());
        Assert.Equal(technique, step.GetProperty("technique").GetString());
        Assert.StartsWith(command, step.GetProperty("command").GetString(), StringComparison.Ordinal);
        string[] seen = [.. step.GetProperty("statusTransitions").EnumerateArray().Select(one => one.GetString()!.Split(' ')[0])];
        Assert.Equal(["idle", "running", "completed"], seen);
    }

    [Fact]
    public void The_server_hears_how_far_it_is_and_how_fast()
    {
        JsonElement told = bed.Told("tells-its-progress");
        Assert.True(told.GetProperty("acceptedByRules").GetBoolean());
        JsonElement[] beats = [.. told.GetProperty("beats").EnumerateArray()];
        long[] done = [.. beats.Select(beat => beat.GetProperty("done").GetInt64())];
        Assert.True(done.Length >= 2, $"{done.Length} heartbeats while it ran");
        Assert.Equal(done.Order(), done);
        Assert.True(done[^1] > done[0]);
        Assert.True(beats[^1].GetProperty("speed").GetDouble() > 0);
        Assert.All(beats, beat => Assert.Equal(4 << 20, beat.GetProperty("total").GetInt64()));
    }

    [Fact]
    public void The_password_of_a_security_erase_is_gone_afterwards() =>
        Assert.Equal(0, bed.Told("ata-security-erase-enhanced").GetProperty("security").GetInt32() & 6);

    [Fact]
    public void What_the_drive_says_of_itself_was_asked_through_its_translation()
    {
        JsonElement carrier = bed.Told("ata-sanitize-block-erase").GetProperty("evidence").GetProperty("carrier"), drive = carrier.GetProperty("drive");
        Assert.Equal("WDC WD10SPZX-24Z10T0", carrier.GetProperty("model").GetString());
        Assert.Equal("50014ee60123abcd", carrier.GetProperty("wwn").GetString());
        Assert.Equal("ssd", carrier.GetProperty("mediaType").GetString());
        Assert.Equal(("yes", "no", "no"), (drive.GetProperty("securitySupported").GetString(), drive.GetProperty("securityEnabled").GetString(), drive.GetProperty("securityFrozen").GetString()));
        Assert.Equal("yes", drive.GetProperty("healthy").GetString());
        Assert.Equal(0, carrier.GetProperty("remappedAfter").GetInt32());
    }

    [Theory]
    [InlineData("crypto-alone-is-no-purge", "R12 $.carrier.steps")]
    [InlineData("remapped-sectors-of-an-overwritten-one", "R11 $.carrier.remappedAfter")]
    public void What_is_done_well_and_is_too_little_is_not_accepted(string situation, string finding)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal(7, told.GetProperty("exitCode").GetInt32());
        Assert.Equal(finding, Assert.Single(told.GetProperty("judgement").EnumerateArray()).GetString());
    }
}
