using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>Stores what is sent and published, and wakes the receivers. Only ever used on the writer's thread.</summary>
internal sealed class OutgoingMessages(BusTopology topology, QueueSignals signals)
{
    private const string AddMessage = """
        INSERT INTO bus_message (transport_message_id, message_id, correlation_id, conversation_id, request_id, initiator_id,
            source_address, destination_address, response_address, fault_address, content_type, message_type, routing_key,
            scheduling_token_id, sent_time, expiration_time, headers, body)
        VALUES (@transportMessageId, @messageId, @correlationId, @conversationId, @requestId, @initiatorId,
            @source, @destination, @response, @fault, @contentType, @messageType, @routingKey,
            @token, @sent, @expires, @headers, @body)
        RETURNING id
        """;

    private const string AddDelivery = "INSERT INTO bus_delivery (message_id, queue_id, enqueue_time, due) VALUES (@message, @queue, @now, @due)";

    public void Send(WriteTurn turn, string queueName, OutgoingMessage message) =>
        Store(turn, message, [topology.Queue(turn, queueName).Id]);

    /// <exception cref="NoQueueReachedException">Nobody would ever see the message.</exception>
    public void Publish(WriteTurn turn, string topicName, OutgoingMessage message, bool mayReachNobody)
    {
        var queues = topology.QueuesReachedBy(turn, topicName, message.RoutingKey);
        if (queues.Length > 0)
            Store(turn, message, queues);
        else if (!mayReachNobody)
            throw new NoQueueReachedException(topicName);
    }

    private void Store(WriteTurn turn, OutgoingMessage message, long[] queues)
    {
        var messageId = turn.Statement(AddMessage)
            .With("@transportMessageId", message.TransportMessageId).With("@messageId", message.MessageId)
            .With("@correlationId", message.CorrelationId).With("@conversationId", message.ConversationId)
            .With("@requestId", message.RequestId).With("@initiatorId", message.InitiatorId)
            .With("@source", message.SourceAddress).With("@destination", message.DestinationAddress)
            .With("@response", message.ResponseAddress).With("@fault", message.FaultAddress)
            .With("@contentType", message.ContentType).With("@messageType", message.MessageType)
            .With("@routingKey", message.RoutingKey).With("@token", message.SchedulingTokenId)
            .With("@sent", message.SentTime).With("@expires", message.ExpirationTime)
            .With("@headers", message.Headers).WithText("@body", message.Body)
            .Number();
        foreach (var queue in queues)
        {
            turn.Statement(AddDelivery)
                .With("@message", messageId).With("@queue", queue).With("@now", message.EnqueueTime).With("@due", message.Due)
                .Run();
            // Before the commit already: the look it causes runs on this same thread, and in the same commit at best.
            signals.For(queue).Raise(message.Due);
        }
    }
}

/// <summary>A message was published that no queue is bound to; it would have been lost without a trace.</summary>
public sealed class NoQueueReachedException(string topic)
    : InvalidOperationException($"Nothing subscribes to {topic}: the message was not published. Start the endpoints, or run `topology`, before the first publish.");
