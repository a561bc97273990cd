using System.Text.Json;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>The program is killed, or power is cut to drive and station, while a drive erases itself: it is gone on with, and proven as a whole.</summary>
[Collection(EmulatedDriveBedCollection.Name)]
public sealed class When_a_real_drives_erase_is_broken_off(EmulatedDriveBed bed)
{
    private const int Locked = 4;

    [Theory]
    [InlineData("station-killed-in-a-sanitize")]
    [InlineData("all-power-lost-in-a-sanitize")]
    [InlineData("station-killed-in-a-scsi-sanitize")]
    public void A_sanitize_that_went_on_is_found_running_and_watched_to_its_end(string situation)
    {
        JsonElement told = bed.Told(situation);
        Assert.True(told.GetProperty("wasRunning").GetBoolean());
        AcceptedAfterTwoRuns(told);
        Assert.Equal(1, told.GetProperty("erasesAsked").GetInt32());
    }

    [Fact]
    public void A_drive_left_locked_by_a_security_erase_is_unlocked_by_the_password_of_the_journal()
    {
        JsonElement told = bed.Told("all-power-lost-in-a-security-erase");
        Assert.Equal(Locked, told.GetProperty("lockedBy").GetInt32() & Locked);
        AcceptedAfterTwoRuns(told);
        Assert.Equal(0, told.GetProperty("security").GetInt32() & 6);
    }

    [Fact]
    public void A_plan_says_whose_password_it_is_and_changes_nothing()
    {
        JsonElement told = bed.Told("all-power-lost-in-a-security-erase"), ours = told.GetProperty("plan"), other = told.GetProperty("strangersPlan");
        Assert.Equal(Locked, told.GetProperty("lockedAfterPlan").GetInt32() & Locked);
        Assert.Equal((TargetRules.Locked, TargetRules.Locked), (ours.GetProperty("rule").GetString(), other.GetProperty("rule").GetString()));
        Assert.Contains("an erase of ours that was cut off", ours.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("an erase of ours", other.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_of_the_station_says_how_to_go_on_until_the_drive_is_open_again()
    {
        JsonElement told = bed.Told("all-power-lost-in-a-security-erase");
        Assert.Contains("Put it back into a bay here and run the same wipe line again", told.GetProperty("journal").GetString(), StringComparison.Ordinal);
        Assert.Contains(AtaSecurityErase.Password, told.GetProperty("journal").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cut off", told.GetProperty("journalAfter").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown", "The server knows of no erase")]
    [InlineData("held", "Station Bench 7 began to erase it")]
    [InlineData("away", "cannot be asked now")]
    public void At_another_station_it_stays_locked_and_is_told_whose_it_is(string situation, string sentence)
    {
        JsonElement told = bed.Told("left-locked-by-another-station"), refused = told.GetProperty(situation);
        Assert.Equal(Locked, told.GetProperty("stillLocked").GetInt32() & told.GetProperty("lockedBy").GetInt32() & Locked);
        Assert.Equal((TargetRules.Locked, 3), (refused.GetProperty("rule").GetString(), refused.GetProperty("exitCode").GetInt32()));
        Assert.Contains(sentence, refused.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(refused.GetProperty("untouched").GetBoolean());
    }

    [Fact]
    public void A_plan_at_another_station_tells_whose_it_is_too()
    {
        JsonElement planned = bed.Told("left-locked-by-another-station").GetProperty("planned");
        Assert.Equal((TargetRules.Locked, 3), (planned.GetProperty("rule").GetString(), planned.GetProperty("exitCode").GetInt32()));
        Assert.Contains("Station Bench 7 began to erase it", planned.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_another_station_it_is_unlocked_and_wiped_anew_once_the_server_gives_it_up()
    {
        JsonElement told = bed.Told("left-locked-by-another-station");
        Assert.Equal((0, true), (told.GetProperty("exitCode").GetInt32(), told.GetProperty("acceptedByRules").GetBoolean()));
        Assert.Equal(0, told.GetProperty("security").GetInt32() & 6);
        Assert.Contains("Station Bench 7 began to erase it", told.GetProperty("errors").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, told.GetProperty("askedAgain").GetInt32());
        Assert.Empty(told.GetProperty("complaints").EnumerateArray());
    }

    [Fact]
    public void Another_order_for_a_drive_that_was_left_locked_is_carried_out()
    {
        JsonElement next = bed.Told("loses-power-in-a-security-erase").GetProperty("next");
        Assert.True(next.GetProperty("acceptedByRules").GetBoolean());
        Assert.Equal(0, next.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public void Another_order_waits_until_a_sanitize_nobody_watched_has_ended()
    {
        JsonElement told = bed.Told("loses-power-in-a-sanitize"), next = told.GetProperty("next"), later = told.GetProperty("afterItsEnd");
        Assert.Equal(TargetRules.DriveErasing, next.GetProperty("rule").GetString());
        Assert.True(next.GetProperty("untouched").GetBoolean());
        Assert.True(later.GetProperty("acceptedByRules").GetBoolean());
    }

    private static void AcceptedAfterTwoRuns(JsonElement told)
    {
        Assert.Empty(told.GetProperty("complaints").EnumerateArray());
        Assert.Empty(told.GetProperty("judgement").EnumerateArray());
        Assert.True(told.GetProperty("acceptedByRules").GetBoolean());
        Assert.Equal(0, told.GetProperty("exitCode").GetInt32());
        JsonElement carrier = told.GetProperty("evidence").GetProperty("carrier");
        Assert.Equal(2, carrier.GetProperty("steps")[1].GetProperty("runs").GetInt32());
        Assert.Equal(("full", 100.0), (carrier.GetProperty("verification").GetProperty("type").GetString(), carrier.GetProperty("verification").GetProperty("percent").GetDouble()));
    }
}
