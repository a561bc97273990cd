using System.Text.Json;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>The table of refusals, asked of drives behind a real SCSI stack with <c>waas-station plan</c>.</summary>
[Collection(DriveBedCollection.Name)]
public sealed class When_a_drive_must_not_be_wiped(DriveBed bed)
{
    [Theory]
    [InlineData("no-bays", TargetRules.NotALoopDevice)]
    [InlineData("as-an-image", TargetRules.NotALoopDevice)]
    [InlineData("in-no-bay", TargetRules.NotInABay)]
    [InlineData("empty-bay", TargetRules.Bay)]
    [InlineData("two-in-one-bay", TargetRules.Bay)]
    [InlineData("two-in-one-bay-by-name", TargetRules.NotInABay)]
    [InlineData("another-bay", TargetRules.Bay)]
    [InlineData("gone", TargetRules.Bay)]
    [InlineData("another-serial", TargetRules.SerialDiffers)]
    [InlineData("denied-serial", TargetRules.SerialDenied)]
    [InlineData("serial-twice", TargetRules.SerialTwice)]
    [InlineData("mounted", TargetRules.Mounted)]
    [InlineData("partition-mounted", TargetRules.Mounted)]
    [InlineData("partition", TargetRules.Partition)]
    [InlineData("swap", TargetRules.Swap)]
    [InlineData("swap", TargetRules.SystemDisk)]
    [InlineData("partition-swap", TargetRules.Swap)]
    [InlineData("read-only", TargetRules.ReadOnly)]
    [InlineData("opened-exclusively", TargetRules.Held)]
    [InlineData("locked-by-flock", TargetRules.Held)]
    [InlineData("mapped", TargetRules.Held)]
    [InlineData("mapper-itself", TargetRules.NotADrive)]
    [InlineData("no-drive", TargetRules.NotADrive)]
    [InlineData("no-drive", TargetRules.SerialUnknown)]
    [InlineData("raid-0.90-running", TargetRules.Held)]
    [InlineData("raid-1.2-running", TargetRules.Held)]
    [InlineData("raid-0.90-member", TargetRules.Member)]
    [InlineData("raid-1.0-member", TargetRules.Member)]
    [InlineData("raid-1.1-member", TargetRules.Member)]
    [InlineData("raid-1.2-member", TargetRules.Member)]
    [InlineData("volume-group-member", TargetRules.Member)]
    [InlineData("system-disk", TargetRules.SystemDisk)]
    [InlineData("system-disk-by-another-path", TargetRules.SystemDisk)]
    [InlineData("system-disk-under-a-mapper", TargetRules.SystemDisk)]
    [InlineData("system-disk-under-a-loop", TargetRules.SystemDisk)]
    [InlineData("boot-medium", TargetRules.BootMedium)]
    public void It_is_refused_and_the_rule_is_named(string situation, string rule)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal(3, told.GetProperty("exitCode").GetInt32());
        Assert.Contains(rule, Rules(told));
    }

    [Fact]
    public void A_plan_names_every_reason()
    {
        JsonElement told = bed.Told("all-at-once");
        Assert.Equal(
            [TargetRules.NotALoopDevice, TargetRules.SerialDiffers, TargetRules.Swap, TargetRules.SystemDisk],
            Rules(told).Distinct().Order(StringComparer.Ordinal));
        Assert.All(told.GetProperty("reasons").EnumerateArray(), reason => Assert.Contains(reason.GetProperty("message").GetString()!, told.GetProperty("errors").GetString()!));
    }

    [Theory]
    [InlineData("free")]
    [InlineData("free-again")]
    [InlineData("by-bay")]
    [InlineData("removable")]
    public void The_same_drive_is_let_through_when_nothing_is_against_it(string situation)
    {
        JsonElement told = bed.Told(situation);
        Assert.Equal("carrier-only", told.GetProperty("outcome").GetString());
        Assert.Equal("drive", told.GetProperty("kind").GetString());
    }

    [Fact]
    public void What_the_drive_says_of_itself_was_asked_through_the_open_descriptor()
    {
        JsonElement told = bed.Told("free"), drive = told.GetProperty("drive");
        Assert.Equal("drive+scan", told.GetProperty("serialSource").GetString());
        Assert.Equal(told.GetProperty("serial").GetString(), drive.GetProperty("serial").GetString());
        Assert.Equal("scsi", drive.GetProperty("interface").GetString());
        Assert.Equal("scsi_debug", drive.GetProperty("model").GetString());
        Assert.StartsWith("3333333", drive.GetProperty("wwn").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, drive.GetProperty("hpa").ValueKind);
        Assert.Equal("A1", told.GetProperty("observations").GetProperty("bay").GetString());
    }

    [Fact]
    public void A_list_shows_the_bay_of_each_drive_and_why_the_others_are_refused()
    {
        JsonElement[] drives = [.. bed.Told("listed").GetProperty("drives").EnumerateArray()];
        Assert.Equal("A1", Assert.Single(drives, drive => drive.GetProperty("refusal").ValueKind == JsonValueKind.Null).GetProperty("bay").GetString());
        Assert.All(
            drives.Where(drive => drive.GetProperty("bay").ValueKind == JsonValueKind.Null),
            drive => Assert.Contains(TargetRules.NotInABay, drive.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString())));
        Assert.True(drives.Length > 1);
    }

    private static string[] Rules(JsonElement told) => [.. told.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("rule").GetString()!)];
}
