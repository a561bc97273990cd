using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Data;

/// <summary>What every context needs besides its options; one for the process, because contexts are used again and again.</summary>
public sealed class ServiceDbTools(Storage storage, TimeProvider time, IServiceProvider provider)
{
    private readonly ConcurrentDictionary<Type, IRelaySignal?> _signals = new();

    // A compiled query is bound to one model, so it belongs to the process's context type and not to a static field.
    private readonly ConcurrentDictionary<Type, Func<ServiceDb, Guid, string, CancellationToken, Task<bool>>> _applied = new();

    public Storage Storage { get; } = storage;

    public TimeProvider Time { get; } = time;

    internal Func<ServiceDb, Guid, string, CancellationToken, Task<bool>> AppliedBy(Type context) => _applied.GetOrAdd(context, _ => EF.CompileAsyncQuery(
        (ServiceDb db, Guid messageId, string consumer, CancellationToken cancel) => db.Set<InboxEntry>().Any(row => row.MessageId == messageId && row.Consumer == consumer)));

    internal IRelaySignal? SignalFor(Type context) => _signals.GetOrAdd(context, type => (IRelaySignal?)provider.GetService(typeof(RelaySignal<>).MakeGenericType(type)));
}
