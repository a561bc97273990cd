using System.Text.Json;

namespace WaaS.Logistics.Tests.Erasure.RealDrives;

/// <summary>Faults injected below the engine by the kernel's own means: device mapper targets, the SCSI layer, removal while at work.</summary>
[Collection(DriveBedCollection.Name)]
public sealed class When_a_real_drive_is_faulty(DriveBed bed)
{
    [Theory]
    [InlineData("sound", "drive")]
    // This mapper passes no questions on.
    [InlineData("slow", "scan")]
    public void A_sound_one_behind_the_same_mapper_is_proven_and_so_is_a_slow_one(string situation, string serialSource)
    {
        JsonElement told = bed.Told(situation);
        Assert.True(told.GetProperty("proven").GetBoolean());
        Assert.False(told.GetProperty("untouched").GetBoolean());
        Assert.Equal(serialSource, told.GetProperty("serialSource").GetString());
    }

    [Fact]
    public void Sectors_that_cannot_be_written_are_listed_and_no_others() =>
        Assert.Equal("8000+8", NotProven("writes-fail", "overwrite.bad-sectors: 4096 bytes in pass 1").GetProperty("badSectors").GetString());

    [Fact]
    public void A_sector_that_cannot_be_read_is_listed_and_no_other() =>
        Assert.Equal("30000+1", NotProven("reads-fail", "verification.unreadable: 512 bytes").GetProperty("unreadable").GetString());

    [Fact]
    public void Medium_errors_of_the_drive_itself_are_listed() =>
        Assert.Equal("4660+10", NotProven("medium-error", "verification.unreadable: 5120 bytes").GetProperty("unreadable").GetString());

    [Fact]
    public void A_drive_that_drops_every_write_is_found()
    {
        JsonElement told = NotProven("writes-dropped", "verification.differs: 32768 sectors");
        Assert.True(told.GetProperty("untouched").GetBoolean());
        Assert.Equal(16 << 20, told.GetProperty("acknowledgedBytes").GetInt64());
    }

    [Fact]
    public void Nwipe_calls_the_same_drive_erased_and_verified()
    {
        JsonElement nwipe = bed.Told("writes-dropped").GetProperty("nwipe");
        string said = nwipe.GetProperty("said").GetString()!;
        Assert.SkipWhen(nwipe.GetProperty("code").GetInt32() != 0, $"This nwipe has found it, or could not run: {said}");
        Assert.Contains("Verified pass 1 of 1", said, StringComparison.Ordinal);
        Assert.Contains("Erased", said, StringComparison.Ordinal);
        Assert.True(nwipe.GetProperty("untouched").GetBoolean());
    }

    [Fact]
    public void A_drive_that_acknowledges_and_stores_nothing_is_found() => NotProven("stores-nothing", "verification.differs: 32768 sectors");

    [Fact]
    public void Bytes_changed_on_their_way_are_found() => NotProven("bytes-corrupted", "verification.differs: ");

    [Fact]
    public void A_drive_pulled_while_it_is_written_is_no_success_although_the_system_says_no_space_left()
    {
        JsonElement told = NotProven("removed-while-written", "overwrite.failed: ", "identity.changed", "verification.missing");
        Assert.True(told.GetProperty("acknowledgedBytes").GetInt64() < told.GetProperty("sizeBytes").GetInt64());
    }

    [Fact]
    public void A_drive_pulled_while_it_is_read_back_is_no_success() =>
        NotProven("removed-while-verified", "verification.failed: ", "identity.changed", "verification.not-from-medium: ");

    [Fact]
    public void A_drive_whose_capacity_changes_is_another_one() => NotProven("capacity-changes", "identity.changed", "overwrite.unacknowledged: ");

    [Fact]
    public void A_drive_that_hangs_holds_up_no_other()
    {
        JsonElement told = bed.Told("one-hangs-another-goes-on");
        Assert.True(told.GetProperty("meanwhile").GetProperty("proven").GetBoolean());
        Assert.True(told.GetProperty("stillHanging").GetBoolean());
        Assert.True(told.GetProperty("late").GetProperty("proven").GetBoolean());
    }

    private JsonElement NotProven(string situation, params string[] failures)
    {
        JsonElement told = bed.Told(situation);
        string[] found = [.. told.GetProperty("failures").EnumerateArray().Select(failure => failure.GetString()!)];
        Assert.True(told.GetProperty("happened").GetBoolean(), "The fault was not injected.");
        Assert.False(told.GetProperty("proven").GetBoolean());
        Assert.All(failures, failure => Assert.Contains(found, one => one.StartsWith(failure, StringComparison.Ordinal)));
        return told;
    }
}
