using System.Text.Json;
using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>The station's program on a machine with several drives, of which the order names one.</summary>
[Collection(MachineBedCollection.Name)]
public sealed class When_a_machine_wipes_its_own_drive(MachineBed bed)
{
    private const int Locked = 4, EnabledOrLocked = 6;

    [Fact]
    public void The_one_the_order_names_is_found_by_its_serial_wiped_and_accepted()
    {
        JsonElement told = bed.Told("own-drive");
        Accepted(told);
        Assert.Contains(told.GetProperty("errors").GetString()!.Split('\n'), line =>
            line.StartsWith("Drive ", StringComparison.Ordinal) && line.Contains(told.GetProperty("serial").GetString()!, StringComparison.Ordinal));
        Assert.Contains("CLEARED", told.GetProperty("errors").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_that_the_order_names_it_names_both_and_wipes_neither_before_somebody_says_which()
    {
        JsonElement told = bed.Told("own-drives-of-one-order"), named = told.GetProperty("named");
        Assert.Equal("in-device.drive", Rule(told));
        Assert.All(told.GetProperty("drives").EnumerateArray(), one => Assert.Contains(one.GetString()!, told.GetProperty("message").GetString(), StringComparison.Ordinal));
        Assert.True(told.GetProperty("bothUntouched").GetBoolean());
        // The kernel's pretended drives do not say all that is asked of a real one: proven is what can be had of them.
        Assert.True(named.GetProperty("proven").GetBoolean(), named.ToString());
        Assert.Empty(named.GetProperty("complaints").EnumerateArray());
        Assert.Equal((true, false), (told.GetProperty("otherUntouched").GetBoolean(), told.GetProperty("namedUntouched").GetBoolean()));
    }

    [Fact]
    public void One_that_the_order_does_not_have_is_refused_though_somebody_names_it()
    {
        JsonElement told = bed.Told("own-drives-of-one-order");
        Assert.Equal(TargetRules.SerialDiffers, Rule(told.GetProperty("strange")));
        Assert.True(told.GetProperty("strangerUntouched").GetBoolean());
    }

    [Fact]
    public void How_warm_the_drive_is_goes_with_its_heartbeats()
    {
        JsonElement told = bed.Told("own-drive-is-warm");
        Accepted(told);
        Assert.Contains(told.GetProperty("beats").EnumerateArray(), beat => beat.GetProperty("phase").GetString() == "Overwriting" && beat.GetProperty("temperature").ValueKind == JsonValueKind.Number);
        Assert.All(told.GetProperty("beats").EnumerateArray().Where(beat => beat.GetProperty("temperature").ValueKind == JsonValueKind.Number), beat => Assert.Equal(41, beat.GetProperty("temperature").GetDouble()));
    }

    [Fact]
    public void A_drive_beside_it_is_never_written() => Assert.True(bed.Told("bystander").GetProperty("untouched").GetBoolean());

    [Fact]
    public void Where_none_is_of_the_order_nothing_is_claimed_and_nothing_written()
    {
        JsonElement told = bed.Told("own-drive-of-another-order");
        Assert.Equal(("in-device.drive", TargetRules.SerialDiffers), (Rule(told), Rule(told.GetProperty("named"))));
        NothingHappened(told);
    }

    [Fact]
    public void What_can_be_taken_out_is_not_a_drive_of_the_machine()
    {
        JsonElement told = bed.Told("own-drive-is-removable");
        Assert.Equal(("in-device.drive", TargetRules.NotInABay), (Rule(told), Rule(told.GetProperty("named"))));
        NothingHappened(told);
    }

    [Fact]
    public void Killed_it_goes_on_from_the_stick_and_reads_all_of_it_back()
    {
        JsonElement told = bed.Told("own-drive-killed-with-a-stick");
        Assert.Equal((2, 0, 0), (told.GetProperty("runs").GetInt32(), told.GetProperty("recheck").GetInt32(), told.GetProperty("journals").GetInt32()));
        Assert.True(told.GetProperty("proven").GetBoolean(), told.ToString());
        Assert.Contains("nosuid,nodev,noexec", told.GetProperty("mounted").GetString(), StringComparison.Ordinal);
        Assert.False(told.GetProperty("leftMounted").GetBoolean());
    }

    [Fact]
    public void A_drive_built_in_is_no_stick() => Assert.Equal(NamedStick.Rule, Rule(bed.Told("stick-that-is-built-in")));

    [Fact]
    public void A_drive_left_locked_by_a_cut_off_security_erase_is_unlocked_by_the_next_start_and_finished()
    {
        JsonElement told = bed.Told("own-drive-cut-off-in-a-security-erase");
        Assert.Equal((AtaSecurityErase.Password, "Erasing"), (told.GetProperty("passwordKept").GetString(), told.GetProperty("stateKept").GetString()));
        Assert.Equal(Locked, told.GetProperty("lockedBy").GetInt32() & Locked);
        Accepted(told);
        Assert.Equal(0, told.GetProperty("security").GetInt32() & EnabledOrLocked);
    }

    private static string? Rule(JsonElement told) => told.GetProperty("rule").GetString();

    private static void NothingHappened(JsonElement told)
    {
        Assert.True(told.GetProperty("untouched").GetBoolean());
        Assert.DoesNotContain(told.GetProperty("asked").EnumerateArray(), asked => asked.GetString()!.EndsWith("/claim", StringComparison.Ordinal));
    }

    private static void Accepted(JsonElement told)
    {
        Assert.True(told.GetProperty("exitCode").GetInt32() == 0, told.ToString());
        Assert.Empty(told.GetProperty("judgement").EnumerateArray());
        Assert.Empty(told.GetProperty("complaints").EnumerateArray());
    }
}
