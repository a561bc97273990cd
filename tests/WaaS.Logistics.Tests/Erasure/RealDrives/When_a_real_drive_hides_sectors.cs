using System.Text.Json;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>Drives that show less than they have: opened, looked at again by the system, and wiped as a whole in one run.</summary>
[Collection(EmulatedDriveBedCollection.Name)]
public sealed class When_a_real_drive_hides_sectors(EmulatedDriveBed bed)
{
    private const long Size = 4 << 20, Shown = Size - 1024 * 512;

    [Theory]
    [InlineData("hpa", "hpa")]
    [InlineData("hpa-and-marks", "hpa")]
    [InlineData("accessible-max-address", "ama")]
    [InlineData("overlay", "dco")]
    [InlineData("scsi-fewer-blocks", "hpa")]
    public void What_was_hidden_is_wiped_too_and_the_evidence_is_accepted(string situation, string area)
    {
        JsonElement told = bed.Told(situation), carrier = told.GetProperty("evidence").GetProperty("carrier");
        Assert.Equal(1024, told.GetProperty("hiddenSectors").GetInt64());
        Assert.False(told.GetProperty("hiddenUntouched").GetBoolean());
        Assert.True(told.GetProperty("acceptedByRules").GetBoolean());
        Assert.Equal(0, told.GetProperty("exitCode").GetInt32());
        Assert.Equal("removed", carrier.GetProperty(area).GetString());
        Assert.Equal((Size, Size), (carrier.GetProperty("capacityReportedBytes").GetInt64(), carrier.GetProperty("capacityNativeBytes").GetInt64()));
        JsonElement sizes = carrier.GetProperty("hidden");
        Assert.Equal((Shown, Size), (sizes.GetProperty("shownBytesBefore").GetInt64(), sizes.GetProperty("shownBytesAfter").GetInt64()));
        Assert.NotEmpty(sizes.GetProperty("commands").EnumerateArray());
    }

    [Fact]
    public void As_many_samples_are_looked_at_as_the_whole_drive_needs()
    {
        JsonElement found = bed.Told("hpa-and-marks").GetProperty("evidence").GetProperty("carrier").GetProperty("verification");
        Assert.True(found.GetProperty("sampleCount").GetInt64() >= Size / 4096 / 5);
        Assert.True(found.GetProperty("percent").GetDouble() >= 20);
    }

    [Fact]
    public void A_drive_that_keeps_its_hidden_area_is_not_accepted_though_the_rest_is_wiped()
    {
        JsonElement told = bed.Told("hpa-that-stays");
        Assert.Equal(4, told.GetProperty("exitCode").GetInt32());
        Assert.True(told.GetProperty("hiddenUntouched").GetBoolean());
        Assert.False(told.GetProperty("acceptedByRules").GetBoolean());
        Assert.Contains("R10 $.carrier.hpa", told.GetProperty("judgement").EnumerateArray().Select(finding => finding.GetString()));
    }

    [Fact]
    public void Nwipe_calls_the_same_drive_erased_and_leaves_what_is_hidden()
    {
        JsonElement nwipe = bed.Told("hpa-by-nwipe");
        string said = nwipe.GetProperty("said").GetString()!;
        Assert.SkipWhen(nwipe.GetProperty("code").GetInt32() != 0, $"This nwipe has found it, or could not run: {said}");
        Assert.Contains("Verified pass 1 of 1", said, StringComparison.Ordinal);
        Assert.Contains("Erased", said, StringComparison.Ordinal);
        Assert.True(nwipe.GetProperty("hiddenUntouched").GetBoolean());
    }
}
