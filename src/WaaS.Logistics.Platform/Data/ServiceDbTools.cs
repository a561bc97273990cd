using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Data;

/// <summary>What every context needs besides its options; one for the process, because contexts are used again and again.</summary>
public sealed class ServiceDbTools(Storage storage, TimeProvider time, IServiceProvider provider)
{
    private readonly ConcurrentDictionary<Type, IRelaySignal?> _signals = new();

    // A compiled query is bound to one model, and a model is built anew when the framework's cache had no room for it.
    private readonly ConditionalWeakTable<IModel, AppliedQuery> _applied = [];

    public Storage Storage { get; } = storage;

    public TimeProvider Time { get; } = time;

    internal Task<bool> HasApplied(ServiceDb db, Guid messageId, string consumer, CancellationToken cancel) =>
        _applied.GetValue(db.Model, _ => new AppliedQuery()).Run(db, messageId, consumer, cancel);

    internal IRelaySignal? SignalFor(Type context) => _signals.GetOrAdd(context, type => (IRelaySignal?)provider.GetService(typeof(RelaySignal<>).MakeGenericType(type)));

    private sealed class AppliedQuery
    {
        public Func<ServiceDb, Guid, string, CancellationToken, Task<bool>> Run { get; } = EF.CompileAsyncQuery(
            (ServiceDb db, Guid messageId, string consumer, CancellationToken cancel) => db.Set<InboxEntry>().Any(row => row.MessageId == messageId && row.Consumer == consumer));
    }
}
