using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>
/// The product is at work before its broker is there. When it comes, queues are made and everything that waits is handed over; it dies in the middle of that, soon after
/// its queues were made. What it had confirmed must arrive, what it had not must be sent again, and every queue must get its consumer back.
/// </summary>
public sealed class When_the_broker_dies_with_many_events_on_their_way(RabbitBroker broker, PostgresDatabase database, ITestOutputHelper output) : IClassFixture<RabbitBroker>, IClassFixture<PostgresDatabase>
{
    private const int Contracts = 100;
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Every_event_arrives_once()
    {
        using var folder = new TempFolder();
        await using var host = await broker.CreateVirtualHost();
        var stack = new OwnServers(database, host);
        var state = new EndState(stack, folder["data"]);
        await broker.Stop();
        await using var waas = WaasProcess.Launch(folder["data"], stack);
        await Poll.Until(() => Lives(waas), Soon, "the pages are there without a broker");
        await ProgramVisitor.SetUp(waas, "office");
        await ProgramVisitor.SignIn(waas.Http);
        var acknowledged = await Import(waas);
        var waiting = await state.InOutbox();
        Assert.True(waiting >= Contracts, $"{waiting} events wait for the broker.");

        var started = broker.Start();
        await Poll.Until(async () => await state.InOutbox() < waiting, Soon, "the first event is handed over");
        await broker.Kill9();
        output.WriteLine($"{waiting} events waited, {waiting - await state.InOutbox()} were confirmed when the broker died");
        // The first start may still have been looking whether the broker answers; then it has brought it back itself.
        await started;
        await broker.Start();
        await Poll.Until(async () => await state.InOutbox() == 0, Soon, "everything is handed over");
        var perContract = await state.DevicesPerContract();
        Assert.Empty(acknowledged.Except(perContract.Keys));
        var devices = perContract.Values.Sum();
        await Poll.Until(async () => (await state.Fleet()).Count, devices, Soon, "every device is known to Returns");
        await Poll.Until(async () => (await state.Recorded()).Count, devices, Soon, "every device is recorded");
        Assert.All((await state.Fleet()).Values.Concat((await state.Recorded()).Values), times => Assert.Equal(1, times));
    }

    private static async Task<IReadOnlyCollection<string>> Import(WaasProcess waas)
    {
        var imports = new ContractImports(waas.Http);
        using var stop = new CancellationTokenSource();
        var load = imports.Run(4, stop.Token);
        await Poll.Until(() => imports.Acknowledged.Count >= Contracts, Soon, "contracts are imported");
        await stop.CancelAsync();
        await load;
        return imports.Acknowledged;
    }

    private static async Task<bool> Lives(WaasProcess waas)
    {
        try
        {
            using var answer = await waas.Http.GetAsync("/health/live");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
