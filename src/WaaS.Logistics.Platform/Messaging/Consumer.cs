using MassTransit;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// Applies an event once: the inbox key is saved together with the effects and with whatever the consumer says itself. A message that
/// comes again finds its key and changes nothing.
/// </summary>
public abstract class Consumer<TEvent, TDb>(TDb db) : IConsumer<TEvent>
    where TEvent : class
    where TDb : ServiceDb
{
    protected TDb Db { get; } = db;

    /// <summary>Changes tracked entities and adds to the outbox; the base saves. Must stand any order and repetition of events.</summary>
    protected abstract Task Apply(TEvent happened, Received received, CancellationToken cancel);

    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var messageId = context.MessageId ?? throw new MessageWithoutIdException(typeof(TEvent).Name);
        var consumer = GetType().Name;
        if (await Db.HasApplied(messageId, consumer, context.CancellationToken))
            return;
        var origin = OriginHeaders.ReadOrigin(context.Headers);
        Db.OriginContext.Current = origin;
        Db.Inbox.Add(new InboxEntry { MessageId = messageId, Consumer = consumer, AppliedAt = Db.Now });
        await Apply(context.Message, new Received(messageId, origin, OriginHeaders.ReadRecordedAt(context.Headers) ?? Db.Now), context.CancellationToken);
        try
        {
            await Db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException e) when (Violations.IsOfInbox(e))
        {
            // The same message was applied at the same moment by somebody else; ours has been rolled back whole.
        }
    }
}

/// <param name="Origin">Who, where and when, as the event's own headers say.</param>
/// <param name="RecordedAt">When the fact behind the event was saved, UTC.</param>
public sealed record Received(Guid MessageId, Origin Origin, DateTime RecordedAt);

internal sealed class MessageWithoutIdException(string type)
    : Exception($"A {type} without a message id cannot be told from its own repetition; it was not sent by an outbox.");
