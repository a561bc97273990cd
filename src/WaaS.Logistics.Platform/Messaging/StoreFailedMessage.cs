using MassTransit;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// In place of an error queue: the failed message goes straight into the one table its page reads, the same on both buses. If that
/// cannot be written the message is not acknowledged, and comes again.
/// </summary>
internal sealed class StoreFailedMessage(IRegistrationContext services, string queue) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await StoreOrPause.Store(services, context, queue, context.Exception.GetBaseException());
        context.GetOrAddPayload(() => new KeptAsFailed());
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("storeFailedMessage");
}

/// <summary>What cannot be kept comes again at once; without a pause it would come a thousand times a second, and fill the disk with its log.</summary>
internal static class StoreOrPause
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task Store(IServiceProvider services, ReceiveContext context, string queue, Exception fault)
    {
        try
        {
            await FailedMessageLog.Store(services, context, queue, fault);
        }
        catch (Exception)
        {
            await Task.Delay(Pause, context.CancellationToken);
            throw;
        }
    }
}

/// <summary>On a delivery that is kept already, with its true reason.</summary>
internal sealed class KeptAsFailed;

/// <summary>A message in a queue whose consumer does not know its type: kept for a person, never dropped.</summary>
internal sealed class StoreSkippedMessage(IRegistrationContext services, string queue) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        // What is refused before any consumer sees it counts as delivered to nobody, too.
        if (!context.TryGetPayload<KeptAsFailed>(out _))
            await StoreOrPause.Store(services, context, queue, new InvalidOperationException("No consumer of this queue knows the message's type."));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("storeSkippedMessage");
}
