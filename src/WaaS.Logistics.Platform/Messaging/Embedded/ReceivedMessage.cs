using System.Text.Json;
using MassTransit.SqlTransport;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>A delivery on lease with its message, as stored; turned into MassTransit's form outside the writer's thread.</summary>
internal sealed record ReceivedMessage(Leased Lease, string?[] Texts, byte[] Body, long? SentTime, long? ExpirationTime)
{
    public const string Select = """
        SELECT transport_message_id, message_id, correlation_id, conversation_id, request_id, initiator_id,
            source_address, destination_address, response_address, fault_address, content_type, message_type, routing_key,
            headers, sent_time, expiration_time, body
        FROM bus_message WHERE id = @id
        """;

    private const int TextColumns = 14;

    public long MessageDeliveryId => Lease.Id;

    public static ReceivedMessage Read(Leased lease, SqliteStatement row)
    {
        var texts = new string?[TextColumns];
        for (var column = 0; column < TextColumns; column++)
            texts[column] = row.TextAt(column);
        return new(lease, texts, row.BytesAt(TextColumns + 2), row.NumberAt(TextColumns), row.NumberAt(TextColumns + 1));
    }

    public SqlTransportMessage ForPipeline(string queueName, Guid lockId)
    {
        try
        {
            return Whole(queueName, lockId);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Damaged, and not to be guessed at. Without its type no consumer takes it, and it ends on the failed-message page instead of holding back its queue.
            return (this with { Lease = Lease with { TransportHeaders = null }, Texts = new string?[TextColumns] }).Whole(queueName, lockId);
        }
    }

    private SqlTransportMessage Whole(string queueName, Guid lockId) => new()
    {
        TransportMessageId = Id(Texts[0]) ?? Guid.CreateVersion7(),
        QueueName = queueName,
        Priority = 100,
        MessageDeliveryId = Lease.Id,
        LockId = lockId,
        EnqueueTime = Time(Lease.EnqueueTime)!.Value,
        DeliveryCount = (int)Lease.DeliveryCount,
        TransportHeaders = Lease.Deaths == 0 ? TransportHeaders.Checked(Lease.TransportHeaders) : TransportHeaders.WithDeaths(Lease.TransportHeaders, Lease.Deaths),
        MessageId = Id(Texts[1]),
        CorrelationId = Id(Texts[2]),
        ConversationId = Id(Texts[3]),
        RequestId = Id(Texts[4]),
        InitiatorId = Id(Texts[5]),
        SourceAddress = Address(Texts[6]),
        DestinationAddress = Address(Texts[7]),
        ResponseAddress = Address(Texts[8]),
        FaultAddress = Address(Texts[9]),
        ContentType = Texts[10],
        MessageType = Texts[11],
        RoutingKey = Texts[12],
        Headers = TransportHeaders.Checked(Texts[13]),
        BinaryBody = Body,
        SentTime = Time(SentTime),
        ExpirationTime = Time(ExpirationTime),
    };

    private static Guid? Id(string? text) => text is null ? null : Guid.Parse(text);

    private static Uri? Address(string? text) => text is null ? null : new Uri(text);

    private static DateTime? Time(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known).UtcDateTime : null;
}
