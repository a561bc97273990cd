using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Telemetry;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// Hands what one service has said to the bus: reads without a transaction, publishes with the row's id as message id, and only then takes the
/// row away. A crash in between sends a message twice with the same id, never not at all; the inboxes hold the second one back.
/// </summary>
internal sealed class OutboxRelay<TDb>(
    IServiceScopeFactory scopes, IBusControl bus, BusReadiness readiness, PublishSlots slots, OutboxRows outbox, RelaySignal<TDb> signal, Storage storage, TimeProvider time, FactLog facts, ILogger<OutboxRelay<TDb>> log)
    : BackgroundService where TDb : ServiceDb
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    // A broker that dies between a publish and its confirm leaves that publish waiting for ever; sent again it has the same id.
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (ready, purgeAt) = (false, time.GetTimestamp());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!ready)
                    await GetReady(stoppingToken);
                ready = true;
                if (!await RelayBatch(stoppingToken))
                    await signal.WaitAsync(Poll, stoppingToken);
                if (storage.Kind == StorageKind.Postgres && time.GetElapsedTime(purgeAt) > TimeSpan.FromMinutes(10))
                {
                    await PurgeSent(stoppingToken);
                    purgeAt = time.GetTimestamp();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "Relay of {Database} paused for {Pause}: what it could not hand over stays in the outbox", typeof(TDb).Name, PauseAfterFault);
                await Pause(stoppingToken);
            }
        }
    }

    private async Task Pause(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(PauseAfterFault, time, stopping);
        }
        catch (OperationCanceledException)
        {
            // Told to stop while waiting: the loop sees it.
        }
    }

    private async Task GetReady(CancellationToken cancel)
    {
        await readiness.WaitAsync(cancel);
        await using var scope = scopes.CreateAsyncScope();
        await outbox.TellUnknown(scope.ServiceProvider.GetRequiredService<TDb>(), cancel);
    }

    /// <returns>Whether there was anything.</returns>
    private async Task<bool> RelayBatch(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var now = db.Now;
        var (readable, any) = await outbox.Due(db, now, BatchSize, cancel);
        var rows = readable.ConvertAll(read => read.Row);
        var line = new Line();
        var sends = readable.Select(read => TrySend(read.Row, read.Event, line, cancel));
        var outcomes = await Task.WhenAll(sends);
        var sent = rows.Zip(outcomes).Where(pair => pair.Second is null).Select(pair => pair.First.Sequence).ToList();
        if (sent.Count > 0)
            await TakeAway(db, sent, now, cancel);
        foreach (var (row, fault) in rows.Zip(outcomes))
            if (fault is null)
                facts.Write(row);
        if (outcomes.FirstOrDefault(fault => fault is not null) is { } failure)
            throw new InvalidOperationException($"{rows.Count - sent.Count} of {rows.Count} messages were not taken by the bus.", failure);
        return any;
    }

    private async Task<Exception?> TrySend(OutboxMessage row, object happened, Line line, CancellationToken cancel)
    {
        try
        {
            using var activity = RelayActivity.Start(row);
            var pipe = Pipe.Execute<SendContext>(context => OriginHeaders.Write(context, row));
            // Those still waiting for a slot when the broker fell silent would wait as long, one wave after the other.
            await slots.Run(() => line.Dead ?? Send(row, happened, pipe, cancel).WaitAsync(ConfirmWithin, time, cancel), cancel);
            return null;
        }
        catch (TimeoutException e)
        {
            line.Dead = Task.FromException(e);
            return e;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return e;
        }
    }

    private async Task Send(OutboxMessage row, object happened, IPipe<SendContext> pipe, CancellationToken cancel)
    {
        if (row.Destination is null)
            await bus.Publish(happened, happened.GetType(), pipe.AsPublish(), cancel);
        else
            await (await bus.GetSendEndpoint(AddressOf(row.Destination))).Send(happened, happened.GetType(), pipe, cancel);
    }

    // RabbitMQ's exchange bears the queue's name; addressing the queue would declare it anew, without its quorum, and be refused.
    private Uri AddressOf(string queue) => new(storage.Kind == StorageKind.Sqlite ? $"queue:{queue}" : $"exchange:{queue}");

    private Task<int> TakeAway(TDb db, List<long> sent, DateTime now, CancellationToken cancel) => storage.Kind == StorageKind.Sqlite
        ? db.WriteAsync<TDb>(writer => writer.Outbox.Where(row => sent.Contains(row.Sequence)).ExecuteDelete(), cancel)
        : db.WriteAsync<TDb>(writer => writer.Outbox.Where(row => sent.Contains(row.Sequence)).ExecuteUpdate(row => row.SetProperty(r => r.SentAt, now)), cancel);

    private async Task PurgeSent(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var before = db.Now - storage.Options.KeepSent;
        await db.WriteAsync<TDb>(writer => writer.Outbox.Where(row => row.SentAt < before).ExecuteDelete(), cancel);
    }

    /// <summary>What the messages of one batch share: whether the broker still answers.</summary>
    private sealed class Line
    {
        public Task? Dead { get; set; }
    }
}
