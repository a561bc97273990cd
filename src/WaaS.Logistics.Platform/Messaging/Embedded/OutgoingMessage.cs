using MassTransit;
using MassTransit.SqlTransport;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>A message in the form in which it is stored; made by the sender, so that the writer's thread has only to store it.</summary>
internal sealed record OutgoingMessage
{
    public required string TransportMessageId { get; init; }
    public string? MessageId { get; init; }
    public string? CorrelationId { get; init; }
    public string? ConversationId { get; init; }
    public string? RequestId { get; init; }
    public string? InitiatorId { get; init; }
    public string? SourceAddress { get; init; }
    public string? DestinationAddress { get; init; }
    public string? ResponseAddress { get; init; }
    public string? FaultAddress { get; init; }
    public string? ContentType { get; init; }
    public string? MessageType { get; init; }
    public string? RoutingKey { get; init; }
    public string? SchedulingTokenId { get; init; }
    public long? SentTime { get; init; }
    public long? ExpirationTime { get; init; }
    public string? Headers { get; init; }
    public required byte[] Body { get; init; }
    public required long EnqueueTime { get; init; }
    public required long Due { get; init; }

    /// <exception cref="NotSupportedException">The message carries a partition key.</exception>
    public static OutgoingMessage From<T>(SqlMessageSendContext<T> context, long now)
        where T : class
    {
        if (!string.IsNullOrEmpty(context.PartitionKey))
            throw new NotSupportedException($"The embedded bus knows no partition keys: send {typeof(T).Name} without one.");
        return new()
        {
            TransportMessageId = context.TransportMessageId.ToString(),
            MessageId = context.MessageId?.ToString(),
            CorrelationId = context.CorrelationId?.ToString(),
            ConversationId = context.ConversationId?.ToString(),
            RequestId = context.RequestId?.ToString(),
            InitiatorId = context.InitiatorId?.ToString(),
            SourceAddress = context.SourceAddress?.ToString(),
            DestinationAddress = context.DestinationAddress?.ToString(),
            ResponseAddress = context.ResponseAddress?.ToString(),
            FaultAddress = context.FaultAddress?.ToString(),
            ContentType = context.ContentType?.MediaType,
            MessageType = string.Join(";", context.SupportedMessageTypes),
            RoutingKey = context.RoutingKey,
            SchedulingTokenId = context.Headers.TryGetHeader(MassTransit.MessageHeaders.SchedulingTokenId, out var token) ? token.ToString() : null,
            SentTime = context.SentTime is { } sent ? new DateTimeOffset(sent.ToUniversalTime()).ToUnixTimeMilliseconds() : null,
            ExpirationTime = context.TimeToLive is { } live ? now + (long)live.TotalMilliseconds : null,
            Headers = TransportHeaders.Json(context.Headers.GetAll()),
            Body = context.Body.GetBytes(),
            EnqueueTime = now,
            Due = now + (long)Math.Ceiling((context.Delay ?? TimeSpan.Zero).TotalMilliseconds),
        };
    }
}
