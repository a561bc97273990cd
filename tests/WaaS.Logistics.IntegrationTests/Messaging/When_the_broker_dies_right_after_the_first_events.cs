using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Host;
using WaaS.Logistics.IntegrationTests.Messaging.Events;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Messaging;

/// <summary>
/// A first start that nobody prepared with <c>waas topology</c>, with events already waiting: its queues are new, and a broker that dies within their first second brings
/// them back empty, with all it had confirmed.
/// </summary>
public sealed class When_the_broker_dies_right_after_the_first_events(RabbitBroker broker, PostgresDatabase database) : IClassFixture<RabbitBroker>, IClassFixture<PostgresDatabase>
{
    private const int Events = 40;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task What_was_confirmed_is_applied_all_the_same()
    {
        using var folder = new TempFolder();
        await using var virtualHost = await broker.CreateVirtualHost();
        var host = ProbeHost<EmbeddedStack>.Build(new OwnServers(database, virtualHost), folder["data"]);
        await ProbeHost<EmbeddedStack>.CreateTables(host.App.Services);
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
        foreach (var _ in Enumerable.Range(0, Events))
            db.AddToOutbox(new ProbeOrdered(Guid.NewGuid(), "S"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var starting = ProductHost.Start(host, TestContext.Current.CancellationToken);
        await Poll.Until(() => db.Outbox.AsNoTracking().AnyAsync(row => row.SentAt != null), Soon, "the first event is handed over");
        await broker.Kill9();
        await broker.Start();
        await using var started = await starting;
        await Poll.Until(() => db.Things.AsNoTracking().CountAsync(thing => thing.Handled == 1 && thing.Counted == 1), Events, Soon, "every event is applied once, over two hops");
        Assert.Equal(Events, await db.Things.CountAsync(TestContext.Current.CancellationToken));
    }
}
