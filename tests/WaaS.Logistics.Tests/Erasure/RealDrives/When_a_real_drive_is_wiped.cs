using System.Text.Json;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>The station's program on a SCSI drive in a bay, from the claim to the judged evidence.</summary>
[Collection(DriveBedCollection.Name)]
public sealed class When_a_real_drive_is_wiped(DriveBed bed)
{
    private const int Size = 16 << 20;

    [Fact]
    public void Every_byte_is_written_and_read_back_from_the_medium()
    {
        JsonElement told = bed.Told("wiped");
        Assert.True(told.GetProperty("proven").GetBoolean());
        Assert.Equal(Size, told.GetProperty("acknowledgedBytes").GetInt64());
        Assert.Equal(Size, told.GetProperty("verifiedBytes").GetInt64());
        Assert.True(told.GetProperty("mediumBytesRead").GetInt64() >= Size);
        Assert.False(told.GetProperty("untouched").GetBoolean());
        Assert.Empty(told.GetProperty("complaints").EnumerateArray());
    }

    [Fact]
    public void Openssl_and_cmp_find_the_stream_on_it() => Assert.Equal(0, bed.Told("wiped").GetProperty("recheck").GetInt32());

    [Fact]
    public void The_evidence_tells_what_the_drive_said_and_leaves_open_what_it_did_not()
    {
        JsonElement told = bed.Told("wiped"), carrier = told.GetProperty("evidence").GetProperty("carrier"), drive = carrier.GetProperty("drive");
        Assert.Equal("block", carrier.GetProperty("kind").GetString());
        Assert.Equal("drive", carrier.GetProperty("serialSource").GetString());
        Assert.Equal(told.GetProperty("serial").GetString(), carrier.GetProperty("serial").GetString());
        Assert.Equal("scsi", carrier.GetProperty("interface").GetString());
        Assert.Equal("scsi_debug", carrier.GetProperty("model").GetString());
        Assert.Equal("0191", carrier.GetProperty("firmware").GetString());
        // SCSI knows no such areas; its native size stays open.
        Assert.Equal("notPresent", carrier.GetProperty("hpa").GetString());
        Assert.Equal(JsonValueKind.Null, carrier.GetProperty("remappedAfter").ValueKind);
        Assert.Equal(JsonValueKind.Null, carrier.GetProperty("capacityNativeBytes").ValueKind);
        Assert.Equal("A1", drive.GetProperty("bay").GetString());
        Assert.Equal("yes", drive.GetProperty("writeCache").GetString());
        Assert.Equal("unknown", drive.GetProperty("healthy").GetString());
    }

    [Fact]
    public void What_the_drive_left_open_keeps_the_server_from_accepting_it()
    {
        JsonElement told = bed.Told("wiped");
        Assert.Equal(7, told.GetProperty("exitCode").GetInt32());
        string[] findings = [.. told.GetProperty("findings").EnumerateArray().Select(finding => finding.GetString()!)];
        Assert.All(
            ["R11 $.carrier.remappedAfter", "R17 $.carrier.capacityNativeBytes"],
            finding => Assert.Contains(finding, findings));
    }

    [Fact]
    public void It_can_be_verified_again_and_one_changed_sector_is_found()
    {
        JsonElement told = bed.Told("wiped"), later = told.GetProperty("verifiedAfterAWrite");
        Assert.Equal("equal", told.GetProperty("verified").GetProperty("outcome").GetString());
        Assert.Equal(4, later.GetProperty("exitCode").GetInt32());
        Assert.Equal(1, later.GetProperty("mismatches").GetInt32());
    }

    [Fact]
    public void An_order_for_another_serial_leaves_it_untouched()
    {
        JsonElement told = bed.Told("wiped-when-ordered-for-another");
        Assert.Equal(TargetRules.SerialDiffers, told.GetProperty("rule").GetString());
        Assert.True(told.GetProperty("untouched").GetBoolean());
    }

    [Fact]
    public void A_hold_asked_for_just_before_the_first_write_leaves_it_untouched()
    {
        JsonElement told = bed.Told("held-before-the-first-write");
        Assert.Equal(TargetRules.OrderHeld, told.GetProperty("rule").GetString());
        Assert.True(told.GetProperty("untouched").GetBoolean());
    }

    [Fact]
    public void Killed_it_goes_on_and_every_byte_is_proven()
    {
        JsonElement told = bed.Told("killed");
        Assert.True(told.GetProperty("proven").GetBoolean());
        Assert.Equal(2, told.GetProperty("runs").GetInt32());
        Assert.Equal(0, told.GetProperty("recheck").GetInt32());
    }
}
