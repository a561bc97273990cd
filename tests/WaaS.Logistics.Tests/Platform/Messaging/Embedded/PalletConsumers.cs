using MassTransit;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

public record PalletSeen(int Number, string? Note = null);

public interface IPallet
{
    int Number { get; }
}

public record MarkedPallet(int Number) : IPallet;

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

/// <summary>Fails every pallet as often as told, for ever by default.</summary>
internal sealed class FailOnPallets(Heard heard, FailOnPallets.Plan plan) : IConsumer<PalletSeen>
{
    public Task Consume(ConsumeContext<PalletSeen> context)
    {
        heard.Note("fail", context.Message.Number, context.MessageId!.Value);
        return heard.Numbers("fail").Count(number => number == context.Message.Number) <= plan.Times
            ? throw new InvalidOperationException("The pallet fell over.")
            : Task.CompletedTask;
    }

    internal sealed record Plan(int Times = int.MaxValue);
}

/// <summary>Handles pallets below the limit and then hangs, as a process about to be killed does.</summary>
internal sealed class HangOnPallets(Heard heard, HangOnPallets.Plan plan) : IConsumer<PalletSeen>
{
    public async Task Consume(ConsumeContext<PalletSeen> context)
    {
        if (context.Message.Number >= plan.From)
            await plan.Released.Task;
        heard.Note("hang", context.Message.Number, context.MessageId!.Value);
    }

    internal sealed record Plan(int From)
    {
        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
