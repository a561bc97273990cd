using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Data;

/// <summary>What every context needs besides its options.</summary>
public sealed class ServiceDbTools(Storage storage, TimeProvider time, OriginContext origin, IServiceProvider provider)
{
    public Storage Storage { get; } = storage;

    public TimeProvider Time { get; } = time;

    public OriginContext Origin { get; } = origin;

    internal IRelaySignal? SignalFor(Type context) => (IRelaySignal?)provider.GetService(typeof(RelaySignal<>).MakeGenericType(context));
}
