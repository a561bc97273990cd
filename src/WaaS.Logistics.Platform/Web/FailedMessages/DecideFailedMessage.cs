using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Web.FailedMessages;

/// <summary>A person tries a failed message again, or discards it with a reason. Decision and message are one save.</summary>
internal sealed class DecideFailedMessage(PlatformDb db, EventTypes events)
{
    public async Task Retry(Guid id)
    {
        var failed = await Load(id);
        RequireReadable(failed);
        failed.Retry(db.Origin.ActorName, db.Now);
        // The same id to the same queue: a consumer that did apply it after all drops it again.
        db.Outbox.Add(new OutboxMessage
        {
            Id = failed.MessageId,
            Type = failed.Type!,
            Body = failed.Body,
            Destination = failed.Queue,
            Actor = failed.Actor,
            ActorName = failed.ActorName,
            Station = failed.Station,
            Place = failed.Place,
            OccurredAt = failed.OccurredAt,
            RecordedAt = failed.RecordedAt ?? failed.FirstFailedAt,
        });
        await db.SaveChangesAsync();
    }

    public async Task Discard(Guid id, string? reason)
    {
        var failed = await Load(id);
        if (reason?.Trim() is not { Length: >= 5 and <= 500 } given)
            throw RefusedException.Invalid("reason", "Say in 5 to 500 characters why the fact in this message is not needed.");
        failed.Discard(given, db.Origin.ActorName, db.Now);
        await db.SaveChangesAsync();
    }

    private async Task<FailedMessage> Load(Guid id)
    {
        var failed = await db.FailedMessages.SingleOrDefaultAsync(row => row.Id == id) ?? throw RefusedException.NotFound("failed message", id.ToString());
        return failed.State == FailedMessageState.Open
            ? failed
            : throw new RefusedException("message-decided", $"This message was decided already by {failed.DecidedBy}.", 409, null, failed.DecidedBy!);
    }

    private void RequireReadable(FailedMessage failed)
    {
        if (failed.Type is null || !events.Knows(failed.Type) || !IsReadable(failed.Body, events.Get(failed.Type)))
            throw new RefusedException("message-unreadable", "This version of the program cannot read the message. Update the program, or discard the message with a reason.");
    }

    private static bool IsReadable(string body, Type type)
    {
        try
        {
            return WholeEvents.Read(body, type) is not null;
        }
        catch (Exception e) when (e is JsonException or ValidationException or ArgumentException)
        {
            return false;
        }
    }
}
