using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>
/// Brings what lies in the error queues of the embedded bus to the page of failed messages. It got there past the pipeline, which keeps failed messages itself: the process died
/// before it could. Before the bus starts, by the sole owner of the file.
/// </summary>
internal sealed class GivenUpMessages(SqliteWriter writer, PlatformDb db)
{
    /// <summary>What such a message failed with.</summary>
    public const string Fault = "GivenUp";

    private const string Next = """
        SELECT d.id, q.name, d.transport_headers, m.transport_message_id, m.message_id, m.message_type, m.headers, m.body
        FROM bus_delivery d JOIN bus_queue q ON q.id = d.queue_id JOIN bus_message m ON m.id = d.message_id
        WHERE q.type IN (2, 3) ORDER BY d.id LIMIT 1
        """;

    /// <returns>How many were brought there.</returns>
    public async Task<int> Keep(CancellationToken cancel)
    {
        var kept = 0;
        for (; await writer.RunAsync(Read) is { } given; kept++)
        {
            await Store(given, cancel);
            await writer.RunAsync(turn => Remove(turn, given.Delivery));
        }
        return kept;
    }

    private async Task Store(GivenUp given, CancellationToken cancel)
    {
        var failed = await db.FailedMessages.SingleOrDefaultAsync(row => row.MessageId == given.Id && row.Queue == given.Queue, cancel);
        // Kept by a start that died before it could take the message out of the error queue.
        if (failed is { State: FailedMessageState.Open, Fault: Fault })
            return;
        if (failed is null)
            db.FailedMessages.Add(failed = new FailedMessage(given.Id, given.Queue));
        failed.Fail(MessageText.Short(given.Type), given.Body, MessageText.Short(FailedMessageLog.DeviceOf(given.Body)), Fault, MessageText.Detail(given.Reason), db.Now);
        failed.CameFrom(MessageText.Short(OriginHeaders.ReadOrigin(given.Header)), OriginHeaders.ReadRecordedAt(given.Header));
        await db.SaveChangesAsync(cancel);
    }

    private static GivenUp? Read(WriteTurn turn)
    {
        var row = turn.Statement(Next);
        if (!row.Step())
            return null;
        var raw = MessageText.Of(row.BytesAt(7));
        var given = new GivenUp(
            row.NumberAt(0)!.Value, row.TextAt(1)!,
            Id(row.TextAt(4)) ?? Id(MessageText.Of(MessageText.Find(raw, "messageId"))) ?? Id(row.TextAt(3)) ?? IdOf(row.NumberAt(0)!.Value, row.BytesAt(7)),
            FailedMessageLog.FirstName(row.TextAt(5)), FailedMessageLog.EventOf(raw),
            Texts(row.TextAt(2)).GetValueOrDefault(MassTransit.MessageHeaders.FaultMessage) ?? "It lay in the error queue of the embedded bus.", Texts(row.TextAt(6)));
        row.Reset();
        return given;
    }

    private static int Remove(WriteTurn turn, long delivery)
    {
        turn.Statement("DELETE FROM bus_delivery WHERE id = @id AND queue_id IN (SELECT id FROM bus_queue WHERE type IN (2, 3))").With("@id", delivery).Run();
        return turn.Statement("DELETE FROM bus_message WHERE NOT EXISTS (SELECT 1 FROM bus_delivery d WHERE d.message_id = bus_message.id)").Run();
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : null;

    // The same at the next start, should this one die in between.
    private static Guid IdOf(long delivery, byte[] body) => new(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{delivery} "), .. body]).AsSpan(0, 16));

    private static Dictionary<string, string?> Texts(string? headers)
    {
        var texts = new Dictionary<string, string?>();
        try
        {
            foreach (var (name, value) in TransportHeaders.Read(headers))
                texts[name] = value as string ?? MessageText.Of(value as JsonElement?);
        }
        catch (JsonException)
        {
            // Damaged: then nobody knows who said it, and it is kept all the same.
        }
        return texts;
    }

    private sealed record GivenUp(long Delivery, string Queue, Guid Id, string? Type, string Body, string Reason, Dictionary<string, string?> Headers)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
