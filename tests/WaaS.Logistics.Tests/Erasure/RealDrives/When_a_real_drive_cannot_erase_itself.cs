using System.Text.Json;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>Drives that fail at it, are pulled, or cannot begin: a failure is told, and what cannot begin is refused before anything is written.</summary>
[Collection(EmulatedDriveBedCollection.Name)]
public sealed class When_a_real_drive_cannot_erase_itself(EmulatedDriveBed bed)
{
    [Theory]
    [InlineData("fails-halfway", "firmware.failed: the drive says it failed")]
    [InlineData("scsi-fails-halfway", "firmware.failed: the drive says it failed (status 00, sense 3/31/03)")]
    [InlineData("aborts-the-erase", "firmware.failed: erase unit aborted: status 51, error 04")]
    [InlineData("takes-no-password", "firmware.refused: the drive took the preparation and shows nothing of it")]
    [InlineData("vanishes-in-the-middle", "firmware.unknown: the drive fell silent")]
    [InlineData("vanishes-in-the-middle", "identity.changed")]
    [InlineData("loses-power-in-a-sanitize", "firmware.unknown: the drive fell silent")]
    [InlineData("loses-power-in-a-security-erase", "firmware.failed: erase unit: the drive gave no registers back")]
    public void It_is_told_as_it_was_and_not_accepted(string situation, string failure)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal((4, "failed"), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("outcome").GetString()));
        Assert.Contains(told.GetProperty("failures").EnumerateArray(), one => one.GetString()!.StartsWith(failure, StringComparison.Ordinal));
        Assert.False(told.GetProperty("acceptedByRules").GetBoolean());
        Assert.NotEqual("success", told.GetProperty("evidence").GetProperty("carrier").GetProperty("steps")[1].GetProperty("outcome").GetString());
    }

    [Fact]
    public void An_erase_that_was_aborted_leaves_no_password() => Assert.Equal(0, bed.Told("aborts-the-erase").GetProperty("security").GetInt32() & 6);

    [Theory]
    [InlineData("frozen", TargetRules.DriveHindered)]
    [InlineData("locked-by-somebody-else", TargetRules.Locked)]
    [InlineData("knows-no-such-technique", TargetRules.NoTechnique)]
    public void What_cannot_begin_is_refused_and_untouched(string situation, string rule)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal((3, rule), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("rule").GetString()));
        Assert.True(told.GetProperty("untouched").GetBoolean());
        Assert.Equal(0, told.GetProperty("erasesAsked").GetInt32());
    }
}
