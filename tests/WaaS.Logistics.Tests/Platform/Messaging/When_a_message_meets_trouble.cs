using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Tests.Platform.Messaging;

public sealed class When_a_message_meets_trouble
{
    [Theory]
    [InlineData(13, true)]
    [InlineData(10, true)]
    [InlineData(8, true)]
    [InlineData(14, true)]
    [InlineData(19, false)]
    [InlineData(1, false)]
    [InlineData(11, false)]
    public void A_data_file_without_room_holds_the_endpoint_and_blames_no_message(int code, bool waits)
    {
        var fault = new SqliteException("SQLite says so", code);
        Assert.Equal(waits, Retries.IsOutOfReach(fault));
        Assert.Equal(waits, Retries.IsOutOfReach(new DbUpdateException("not saved", fault)));
        Assert.Equal(waits, Retries.IsOutOfReach(new InvalidOperationException("while it was open", fault)));
    }

    [Theory]
    [InlineData("53100", true)]
    [InlineData("53300", true)]
    [InlineData("57P01", true)]
    [InlineData("25006", true)]
    [InlineData("58030", true)]
    [InlineData("23505", false)]
    [InlineData("42703", false)]
    public void A_server_without_room_or_on_its_way_down_does_too(string state, bool waits) =>
        Assert.Equal(waits, Retries.IsOutOfReach(new DbUpdateException("not saved", new PostgresException("PostgreSQL says so", "ERROR", "ERROR", state))));

    [Fact]
    public void A_full_disk_under_a_file_does_too() =>
        Assert.True(Retries.IsOutOfReach(new IOException("No space left on device", 28)));

    [Fact]
    public void A_fault_of_the_message_or_the_program_is_none_of_these() =>
        Assert.False(Retries.IsOutOfReach(new FormatException("no such date")));
}
