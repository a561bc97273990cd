using System.Text.Json;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>The station's program on NVMe drives behind the kernel's own drivers: QEMU's on PCI Express, and ours over TCP. Only in the long form.</summary>
[Collection(NvmeDriveBedCollection.Name)]
public sealed class When_a_real_nvme_drive_is_wiped(NvmeDriveBed bed)
{
    [Fact]
    public void It_says_who_it_is_through_the_admin_queue()
    {
        JsonElement told = bed.Told("qemu-identity"), drive = told.GetProperty("drive");
        Assert.Equal(("carrier-only", "drive+scan", "QEMU0"), (told.GetProperty("outcome").GetString(), told.GetProperty("serialSource").GetString(), told.GetProperty("serial").GetString()));
        Assert.Equal(("nvme", "QEMU NVMe Ctrl"), (drive.GetProperty("interface").GetString(), drive.GetProperty("model").GetString()));
        Assert.Empty(drive.GetProperty("sanitize").EnumerateArray());
    }

    [Fact]
    public void A_machine_with_two_names_both_and_wipes_and_purges_the_one_that_is_named()
    {
        JsonElement told = bed.Told("nvme-drives-of-one-machine"), named = told.GetProperty("named");
        Assert.Equal("in-device.drive", told.GetProperty("rule").GetString());
        Assert.All(told.GetProperty("drives").EnumerateArray(), one => Assert.Contains(one.GetString()!, told.GetProperty("message").GetString(), StringComparison.Ordinal));
        Assert.True(told.GetProperty("bothUntouched").GetBoolean());
        Assert.True(named.GetProperty("exitCode").GetInt32() == 0, told.ToString());
        Assert.Empty(named.GetProperty("judgement").EnumerateArray());
        Assert.Equal("Purge", named.GetProperty("achieved").GetString());
        Assert.Equal((true, false), (told.GetProperty("otherUntouched").GetBoolean(), told.GetProperty("namedUntouched").GetBoolean()));
        Assert.Contains(told.GetProperty("beats").EnumerateArray(), beat => beat.GetProperty("phase").GetString() == "Overwriting" && beat.GetProperty("temperature") is { ValueKind: JsonValueKind.Number } warm && Math.Round(warm.GetDouble()) == 37);
    }

    [Theory]
    [InlineData("nvme-sanitize-block-erase", "84")]
    [InlineData("nvme-sanitize-overwrite", "84")]
    [InlineData("marked-and-sanitized", "84")]
    public void A_sanitize_is_seen_to_run_and_to_end_and_accepted_as_a_purge(string situation, string opcode)
    {
        JsonElement told = bed.Told(situation), carrier = told.GetProperty("evidence").GetProperty("carrier");
        Assert.Empty(told.GetProperty("complaints").EnumerateArray());
        Assert.Empty(told.GetProperty("judgement").EnumerateArray());
        Assert.Equal((0, "wiped", "Purge", 1), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("outcome").GetString(), told.GetProperty("achieved").GetString(), told.GetProperty("erasesAsked").GetInt32()));
        JsonElement step = carrier.GetProperty("steps").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "firmware");
        Assert.StartsWith("opcode " + opcode, step.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.Equal(["idle", "running", "completed"], step.GetProperty("statusTransitions").EnumerateArray().Select(one => one.GetString()!.Split(' ')[0]));
        Assert.Equal(("nvme", "nvme", "drive"), (carrier.GetProperty("interface").GetString(), carrier.GetProperty("mediaType").GetString(), carrier.GetProperty("serialSource").GetString()));
    }

    [Theory]
    [InlineData("qemu-format")]
    [InlineData("qemu-overwritten")]
    [InlineData("nvme-format-user-data-erase")]
    [InlineData("nvme-format-crypto-erase")]
    [InlineData("nvme-sanitize-crypto-erase")]
    public void What_clears_and_does_not_purge_is_proven_and_kept_from_acceptance_by_sectors_nobody_counts(string situation)
    {
        // NVMe has no count of remapped sectors: only a purge reaches what may be among them.
        JsonElement told = bed.Told(situation);
        Assert.Equal((7, "Clear"), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("achieved").GetString()));
        Assert.Equal("R11 $.carrier.remappedAfter", Assert.Single(told.GetProperty("judgement").EnumerateArray()).GetString());
        Assert.Equal("success", told.GetProperty("evidence").GetProperty("carrier").GetProperty("outcome").GetString());
        Assert.False(told.GetProperty("untouched").GetBoolean());
    }

    [Fact]
    public void A_format_of_qemus_drive_leaves_zeros() => Assert.True(bed.Told("qemu-format").GetProperty("zeros").GetBoolean());

    [Theory]
    [InlineData("nvme-lies", "purge.still-there: 8192 sectors")]
    [InlineData("nvme-format-lies", "purge.still-there: 8192 sectors")]
    [InlineData("nvme-keeps-some-sectors", "purge.still-there: 3 sectors")]
    [InlineData("nvme-idle-with-success", "firmware.unknown: the drive says completed, but said so before and was never seen to run")]
    [InlineData("nvme-progress-sticks", "firmware.unknown: the drive tells the same progress since ")]
    [InlineData("nvme-fails-halfway", "firmware.failed: the drive says it failed (SSTAT 0003")]
    [InlineData("nvme-format-fails", "firmware.failed: status 4006")]
    [InlineData("nvme-refuses-to-sanitize", "firmware.refused: status 4001")]
    [InlineData("nvme-vanishes", "firmware.unknown: the drive fell silent")]
    [InlineData("nvme-vanishes", "identity.changed")]
    public void One_that_lies_or_fails_is_no_proof(string situation, string failure)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal((4, "failed"), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("outcome").GetString()));
        Assert.Contains(told.GetProperty("failures").EnumerateArray(), one => one.GetString()!.StartsWith(failure, StringComparison.Ordinal));
        Assert.False(told.GetProperty("acceptedByRules").GetBoolean());
    }

    [Theory]
    [InlineData("qemu-cannot-sanitize", TargetRules.NoTechnique)]
    [InlineData("nvme-holds-more-than-the-namespace", TargetRules.DriveHindered)]
    public void One_that_cannot_do_what_is_ordered_is_refused_and_untouched(string situation, string rule)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal((3, rule), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("rule").GetString()));
        Assert.True(told.GetProperty("untouched").GetBoolean());
    }

    [Fact]
    public void A_sanitize_that_went_on_after_the_program_was_killed_is_watched_to_its_end()
    {
        JsonElement told = bed.Told("station-killed-in-an-nvme-sanitize");
        Assert.True(told.GetProperty("wasRunning").GetBoolean());
        Assert.Equal((0, 1), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("erasesAsked").GetInt32()));
        Assert.True(told.GetProperty("acceptedByRules").GetBoolean());
        Assert.Equal(2, told.GetProperty("evidence").GetProperty("carrier").GetProperty("steps")[1].GetProperty("runs").GetInt32());
    }
}
