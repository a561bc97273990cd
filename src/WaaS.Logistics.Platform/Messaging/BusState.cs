using MassTransit;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>Whether the bus takes and hands out messages right now.</summary>
internal sealed class BusState(IBusControl bus)
{
    public bool IsHealthy => bus.CheckHealth().Status == BusHealthStatus.Healthy;
}
