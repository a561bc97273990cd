using System.Globalization;
using MassTransit;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// A message whose handling took the process down five times goes to the failed-message page instead of taking it down for ever. The
/// embedded bus counts only deaths during handling; RabbitMQ counts deliveries, prefetched ones too, hence its higher limit.
/// </summary>
internal sealed class DeathLimit : IFilter<ConsumeContext>
{
    public const string DeathsHeader = "WaaS-Deaths";
    private const int MaxDeaths = 5;
    private const int MaxDeliveries = 25;

    public Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        Refuse(context, DeathsHeader, MaxDeaths);
        Refuse(context, "x-delivery-count", MaxDeliveries);
        return next.Send(context);
    }

    private static void Refuse(ConsumeContext context, string header, int limit)
    {
        if (context.ReceiveContext.TransportHeaders.TryGetHeader(header, out var value)
            && long.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), out var count) && count >= limit)
            throw new TooManyDeathsException(count);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("deathLimit");
}

internal sealed class TooManyDeathsException(long count)
    : Exception($"The program died {count} times while this message was being handled. It is kept here; find out why before trying again.");
