using System.Text.Json;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>Drives that say they erased themselves and did not, or not all, or were never seen to: no such wipe ends proven, and no such evidence is accepted.</summary>
[Collection(EmulatedDriveBedCollection.Name)]
public sealed class When_a_real_drive_lies_about_its_erase(EmulatedDriveBed bed)
{
    [Theory]
    [InlineData("lies-sanitize", "purge.still-there: 8192 sectors")]
    [InlineData("lies-security-erase", "purge.still-there: 8192 sectors")]
    [InlineData("lies-scsi", "purge.still-there: 8192 sectors")]
    [InlineData("lies-about-marks", "purge.still-there: ")]
    [InlineData("keeps-some-sectors", "purge.still-there: 3 sectors")]
    [InlineData("keeps-the-last-quarter", "purge.still-there: ")]
    public void What_is_still_there_is_found(string situation, string failure)
    {
        JsonElement told = NotProven(situation, failure);
        Assert.Equal(1, told.GetProperty("erasesAsked").GetInt32());
        Assert.Contains("R9 $.carrier.verification.result", told.GetProperty("judgement").EnumerateArray().Select(finding => finding.GetString()));
    }

    [Theory]
    [InlineData("idle-with-success", "firmware.unknown: the drive says completed, but said so before and was never seen to run")]
    [InlineData("idle-without-a-word", "firmware.unknown: the drive took the command and is idle without having told an end")]
    [InlineData("scsi-idle", "firmware.unknown: the drive took the command and is idle without having told an end")]
    [InlineData("progress-sticks", "firmware.unknown: the drive tells the same progress since ")]
    [InlineData("scsi-progress-sticks", "firmware.unknown: the drive tells the same progress since ")]
    [InlineData("says-good-without-registers", "firmware.refused: the drive does not tell its state (no registers): it could not be watched")]
    public void A_success_nobody_saw_happen_is_none(string situation, string failure)
    {
        JsonElement told = NotProven(situation, failure);
        Assert.Equal(0, told.GetProperty("erasesAsked").GetInt32());
        Assert.Contains("R13 $.carrier.steps[1].statusTransitions", told.GetProperty("judgement").EnumerateArray().Select(finding => finding.GetString()));
    }

    [Fact]
    public void Hdparm_ends_well_on_a_drive_that_erased_nothing()
    {
        JsonElement told = bed.Told("lies-to-hdparm");
        Assert.Equal((0, 0, 1), (told.GetProperty("set").GetInt32(), told.GetProperty("erase").GetInt32(), told.GetProperty("asked").GetInt32()));
        Assert.True(told.GetProperty("untouched").GetBoolean());
    }

    private JsonElement NotProven(string situation, string failure)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal((4, "failed"), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("outcome").GetString()));
        Assert.Contains(told.GetProperty("failures").EnumerateArray(), one => one.GetString()!.StartsWith(failure, StringComparison.Ordinal));
        Assert.False(told.GetProperty("acceptedByRules").GetBoolean());
        Assert.Equal("failed", told.GetProperty("evidence").GetProperty("carrier").GetProperty("outcome").GetString());
        return told;
    }
}
