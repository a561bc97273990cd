using System.Globalization;
using MassTransit;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>Who, where and when travel as headers, so that the records themselves stay plain facts.</summary>
internal static class OriginHeaders
{
    private const string Actor = "WaaS-Actor";
    private const string ActorName = "WaaS-Actor-Name";
    private const string Station = "WaaS-Station";
    private const string Place = "WaaS-Place";
    private const string OccurredAt = "WaaS-Occurred-At";
    private const string RecordedAt = "WaaS-Recorded-At";

    public static void Write(SendContext context, OutboxMessage row)
    {
        context.MessageId = row.Id;
        context.Headers.Set(Actor, row.Actor);
        context.Headers.Set(ActorName, row.ActorName);
        context.Headers.Set(Station, row.Station);
        context.Headers.Set(Place, row.Place);
        context.Headers.Set(OccurredAt, row.OccurredAt?.ToString("O", CultureInfo.InvariantCulture));
        context.Headers.Set(RecordedAt, row.RecordedAt.ToString("O", CultureInfo.InvariantCulture));
        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
            // A message that reaches no queue comes back and stays in the outbox instead of being dropped by the exchange.
            rabbit.Mandatory = true;
    }

    public static Origin ReadOrigin(Headers headers) => new(
        ReadText(headers, Actor) ?? "unknown", ReadText(headers, ActorName) ?? "unknown",
        ReadText(headers, Station), ReadText(headers, Place), ReadTime(headers, OccurredAt));

    public static DateTime? ReadRecordedAt(Headers headers) => ReadTime(headers, RecordedAt);

    private static DateTime? ReadTime(Headers headers, string name) =>
        DateTime.TryParse(ReadText(headers, name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time.ToUniversalTime() : null;

    /// <summary>A header that is no text is none.</summary>
    public static string? ReadText(Headers headers, string name) => headers.TryGetHeader(name, out var value) ? value as string : null;

    public static IPipe<PublishContext> AsPublish(this IPipe<SendContext> pipe) => Pipe.ExecuteAsync<PublishContext>(pipe.Send);
}
