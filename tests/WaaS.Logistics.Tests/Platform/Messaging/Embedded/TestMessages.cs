using MassTransit;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public record PalletSeen(int Number);

public record NobodyCares(int Number);

internal sealed class CountPallets(Heard heard) : IConsumer<PalletSeen>
{
    public Task Consume(ConsumeContext<PalletSeen> context)
    {
        heard.Note("count", context.Message.Number, context.MessageId!.Value);
        return Task.CompletedTask;
    }
}

internal sealed class ArchivePallets(Heard heard) : IConsumer<PalletSeen>
{
    public Task Consume(ConsumeContext<PalletSeen> context)
    {
        heard.Note("archive", context.Message.Number, context.MessageId!.Value);
        return Task.CompletedTask;
    }
}
