using MassTransit;
using Microsoft.Extensions.Time.Testing;
using WaaS.Logistics.Platform.Data.Embedded;
using WaaS.Logistics.Platform.Messaging.Embedded;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

/// <summary>The queues without a bus, and with a clock that moves only when told: leases and deaths step by step.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    public const string Queue = "bench-queue";
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    private readonly SqliteWriter _writer;

    private StoreUnderTest(SqliteWriter writer, EmbeddedBusStore store, FakeTimeProvider clock) => (_writer, Store, Clock) = (writer, store, clock);

    public EmbeddedBusStore Store { get; private set; }

    public FakeTimeProvider Clock { get; }

    public static async Task<StoreUnderTest> Create(int maxDeliveryCount = 10, TimeProvider? time = null)
    {
        var folder = Directory.CreateTempSubdirectory("waas-bus-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "waas.db")};Pooling=False";
        var writer = new SqliteWriter(connection);
        await EmbeddedBusSchema.Ensure(writer);
        var clock = new FakeTimeProvider();
        var store = new EmbeddedBusStore(writer, connection, time ?? clock);
        foreach (var queue in (string[])[Queue, "other-queue"])
            await writer.RunAsync(turn => store.Topology.CreateQueue(turn, queue, temporary: false, maxDeliveryCount));
        return new(writer, store, clock);
    }

    public Task Send(string body, string queue = Queue, long delay = 0) => _writer.RunAsync(turn => Store.Outgoing.Send(turn, queue, new OutgoingMessage
    {
        TransportMessageId = NewId.NextGuid().ToString(),
        Body = System.Text.Encoding.UTF8.GetBytes(body),
        EnqueueTime = Store.Clock.Now,
        Due = Store.Clock.Now + delay,
    }));

    public async Task<Taken[]> Take(int limit = 100, string queue = Queue)
    {
        var lockId = NewId.NextGuid();
        var received = await _writer.RunAsync(turn => Store.Leases.Take(
            turn, Store.Topology.Queue(turn, queue), lockId.ToByteArray(), limit, Store.Clock.Now, Store.Clock.Now + (long)LeaseTime.TotalMilliseconds));
        return [.. received.Select(message => new Taken(message.Lease.Id, lockId.ToByteArray(), System.Text.Encoding.UTF8.GetString(message.Body), message.Lease.Deaths))];
    }

    public Task<bool> Delete(Taken taken) => _writer.RunAsync(turn => Store.Leases.Delete(turn, taken.Lock, taken.Id));

    public Task<bool> Renew(Taken taken) =>
        _writer.RunAsync(turn => Store.Leases.Renew(turn, taken.Lock, taken.Id, Store.Clock.Now + (long)LeaseTime.TotalMilliseconds));

    public Task<bool> Unlock(Taken taken, TimeSpan delay) =>
        _writer.RunAsync(turn => Store.Leases.Unlock(turn, taken.Lock, taken.Id, Store.Clock.Now, delay, null));

    /// <summary>What the next process finds and does when this one is gone.</summary>
    public Task<ReleasedLeases> Die() => EmbeddedBusSchema.ReleaseLeases(_writer);

    public Task<long?> Number(string sql) => _writer.RunAsync(turn =>
    {
        using var command = turn.Command(sql);
        return command.ExecuteScalar() as long?;
    });

    public Task<string?> Text(string sql) => _writer.RunAsync(turn =>
    {
        using var command = turn.Command(sql);
        return command.ExecuteScalar() as string;
    });

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}

internal sealed record Taken(long Id, byte[] Lock, string Body, long Deaths);
