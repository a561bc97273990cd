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

    public static Origin ReadOrigin(Headers headers) => ReadOrigin(name => ReadText(headers, name));

    public static Origin ReadOrigin(Func<string, string?> header) =>
        new(header(Actor) ?? "unknown", header(ActorName) ?? "unknown", header(Station), header(Place), ReadTime(header(OccurredAt)));

    public static DateTime? ReadRecordedAt(Headers headers) => ReadRecordedAt(name => ReadText(headers, name));

    public static DateTime? ReadRecordedAt(Func<string, string?> header) => ReadTime(header(RecordedAt));

    private static DateTime? ReadTime(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time.ToUniversalTime() : null;

    /// <summary>A header that is no text is none.</summary>
    public static string? ReadText(Headers headers, string name) => headers.TryGetHeader(name, out var value) ? value as string : null;

    public static IPipe<PublishContext> AsPublish(this IPipe<SendContext> pipe) => Pipe.ExecuteAsync<PublishContext>(pipe.Send);
}
