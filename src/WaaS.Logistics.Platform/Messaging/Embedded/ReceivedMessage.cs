using MassTransit.SqlTransport;
using Microsoft.Data.Sqlite;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>A delivery on lease with its message, as stored; turned into MassTransit's form outside the writer's thread.</summary>
internal sealed record ReceivedMessage(Leased Lease, string?[] Texts, long? SentTime, long? ExpirationTime)
{
    public const string Select = """
        SELECT transport_message_id, message_id, correlation_id, conversation_id, request_id, initiator_id,
            source_address, destination_address, response_address, fault_address, content_type, message_type, routing_key,
            headers, body, sent_time, expiration_time
        FROM bus_message WHERE id = @id
        """;

    private const int TextColumns = 15;

    public long MessageDeliveryId => Lease.Id;

    public static ReceivedMessage Read(Leased lease, SqliteDataReader row)
    {
        var texts = new string?[TextColumns];
        for (var column = 0; column < TextColumns; column++)
            texts[column] = row.IsDBNull(column) ? null : row.GetString(column);
        return new(lease, texts, Number(row, TextColumns), Number(row, TextColumns + 1));
    }

    public SqlTransportMessage ForPipeline(string queueName, Guid lockId) => new()
    {
        TransportMessageId = Guid.Parse(Texts[0]!),
        QueueName = queueName,
        Priority = 100,
        MessageDeliveryId = Lease.Id,
        LockId = lockId,
        EnqueueTime = Time(Lease.EnqueueTime)!.Value,
        DeliveryCount = (int)Lease.DeliveryCount,
        TransportHeaders = Lease.Deaths == 0 ? Lease.TransportHeaders : TransportHeaders.WithDeaths(Lease.TransportHeaders, Lease.Deaths),
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
        Headers = Texts[13],
        Body = Texts[14],
        SentTime = Time(SentTime),
        ExpirationTime = Time(ExpirationTime),
    };

    private static long? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static Guid? Id(string? text) => text is null ? null : Guid.Parse(text);

    private static Uri? Address(string? text) => text is null ? null : new Uri(text);

    private static DateTime? Time(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known).UtcDateTime : null;
}
