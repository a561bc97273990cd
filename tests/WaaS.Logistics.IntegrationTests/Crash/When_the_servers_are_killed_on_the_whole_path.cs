using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>kill -9 of the broker and of the database while the program lives on and devices are on their whole way.</summary>
public sealed class When_the_servers_are_killed_on_the_whole_path(RabbitBroker broker, PostgresServer postgres, ITestOutputHelper output) : IClassFixture<RabbitBroker>, IClassFixture<PostgresServer>
{
    private const int Lines = 3;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 20 : 2;

    [Fact]
    public async Task Every_device_ends_once_and_what_was_never_wiped_goes_nowhere()
    {
        using var folder = new TempFolder();
        await using var host = await broker.CreateVirtualHost();
        await using var database = await postgres.CreateDatabase();
        var stack = new OwnServers(database, host);
        await using var waas = await WaasProcess.Start(folder["data"], stack);
        using var work = new Workforce(waas.Address, folder.Path);
        await work.Hire(waas, Lines);
        var state = new EndState(stack, folder["data"]);
        for (var round = 1; round <= Rounds; round++)
        {
            await Strike("broker", round, work, state, broker.Kill9, broker.Start);
            await Strike("database", round, work, state, postgres.Kill9, postgres.Start);
        }
        await work.GoHome();
        await work.RequireExactEnds();
        var sold = work.Brought.Count(device => device.Buyer is not null);
        output.WriteLine($"{Rounds} kills of each; {sold} devices sold once, {work.Brought.Count - sold} never wiped and never cleared");
        Assert.Equal((sold, sold), (await state.Rows("resale", "units"), await state.Rows("sanitization", "clearances")));
        Assert.Equal(0, await state.Failed());
        Assert.False(waas.HasExited);
    }

    private async Task Strike(string what, int round, Workforce work, EndState state, Func<Task> kill, Func<Task> start)
    {
        await Task.Delay(Random.Shared.Next(500, 3000));
        await work.RequireAtWork();
        var (steps, done, waiting) = (work.Steps, work.Brought.Count, await state.InOutboxes());
        await kill();
        await Task.Delay(Random.Shared.Next(200, 1500));
        await start();
        output.WriteLine($"{what} killed, {round}: {done} devices done, lines at {steps}; {waiting} in the outboxes before");
    }
}
