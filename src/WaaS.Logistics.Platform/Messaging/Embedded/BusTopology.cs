using MassTransit;
using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>A queue as the bus knows it while it runs.</summary>
internal sealed record KnownQueue(long Id, string Name, long MaxDeliveryCount);

/// <summary>Topics, queues, and who subscribes to what. Only ever used on the writer's thread.</summary>
internal sealed class BusTopology
{
    private const string AddTopic = "INSERT INTO bus_topic (name) VALUES (@name) ON CONFLICT DO UPDATE SET name = name RETURNING id";

    private const string AddQueue = """
        INSERT INTO bus_queue (name, type, temporary, max_delivery_count) VALUES (@name, @type, @temporary, @max)
        ON CONFLICT (name, type) DO UPDATE SET max_delivery_count = @max RETURNING id
        """;

    private const string AddTopicSubscription = """
        INSERT INTO bus_topic_subscription (source_id, destination_id, routing_key)
        VALUES ((SELECT id FROM bus_topic WHERE name = @source), (SELECT id FROM bus_topic WHERE name = @destination), @routingKey)
        ON CONFLICT DO UPDATE SET routing_key = routing_key RETURNING id
        """;

    private const string AddQueueSubscription = """
        INSERT INTO bus_queue_subscription (topic_id, queue_id, routing_key)
        VALUES ((SELECT id FROM bus_topic WHERE name = @source), (SELECT id FROM bus_queue WHERE name = @destination AND type = 1), @routingKey)
        ON CONFLICT DO UPDATE SET routing_key = routing_key RETURNING id
        """;

    private const string QueuesOfTopic = """
        WITH RECURSIVE reached (id) AS (
            SELECT id FROM bus_topic WHERE name = @topic
            UNION
            SELECT s.destination_id FROM bus_topic_subscription s JOIN reached r ON s.source_id = r.id WHERE s.routing_key IN ('', @routingKey))
        SELECT DISTINCT s.queue_id FROM bus_queue_subscription s JOIN reached r ON s.topic_id = r.id WHERE s.routing_key IN ('', @routingKey)
        """;

    private readonly Dictionary<(string Topic, string RoutingKey), long[]> _reached = [];
    private readonly Dictionary<(string Name, SqlQueueType Type), KnownQueue> _queues = [];

    public long CreateTopic(WriteTurn turn, string name)
    {
        _reached.Clear();
        return turn.Statement(AddTopic).With("@name", name).Number()!.Value;
    }

    public long CreateQueue(WriteTurn turn, string name, bool temporary, int maxDeliveryCount)
    {
        _queues.Clear();
        foreach (var type in (SqlQueueType[])[SqlQueueType.DeadLetterQueue, SqlQueueType.ErrorQueue, SqlQueueType.Queue])
            turn.Statement(AddQueue)
                .With("@name", name).With("@type", (int)type).With("@temporary", temporary && type == SqlQueueType.Queue ? 1 : 0).With("@max", maxDeliveryCount)
                .Run();
        return Queue(turn, name).Id;
    }

    public long Subscribe(WriteTurn turn, string topic, string otherTopic, SqlSubscriptionType type, string? routingKey) =>
        Subscribe(turn, AddTopicSubscription, topic, otherTopic, type, routingKey);

    public long SubscribeQueue(WriteTurn turn, string topic, string queue, SqlSubscriptionType type, string? routingKey) =>
        Subscribe(turn, AddQueueSubscription, topic, queue, type, routingKey);

    private long Subscribe(WriteTurn turn, string sql, string source, string destination, SqlSubscriptionType type, string? routingKey)
    {
        if (type is SqlSubscriptionType.Pattern)
            throw new NotSupportedException($"The embedded bus cannot subscribe {destination} to {source} by pattern: use one routing key, or none.");
        _reached.Clear();
        var key = type is SqlSubscriptionType.RoutingKey ? routingKey : "";
        return turn.Statement(sql).With("@source", source).With("@destination", destination).With("@routingKey", key ?? "").Number()!.Value;
    }

    /// <summary>The queue a name stands for, by kind: the queue itself, its error queue, its dead-letter queue.</summary>
    public KnownQueue Queue(WriteTurn turn, string name, SqlQueueType type = SqlQueueType.Queue)
    {
        if (_queues.TryGetValue((name, type), out var known))
            return known;
        var find = turn.Statement("SELECT id, max_delivery_count FROM bus_queue WHERE name = @name AND type = @type")
            .With("@name", name).With("@type", (int)type);
        if (!find.Step())
            throw new InvalidOperationException($"The embedded bus has no queue {name}: its endpoint must be configured and started before anything is sent to it.");
        known = new(find.NumberAt(0)!.Value, name, find.NumberAt(1)!.Value);
        find.Reset();
        return _queues[(name, type)] = known;
    }

    public long[] QueuesReachedBy(WriteTurn turn, string topic, string? routingKey)
    {
        if (_reached.TryGetValue((topic, routingKey ?? ""), out var known))
            return known;
        var queues = new List<long>();
        var row = turn.Statement(QueuesOfTopic).With("@topic", topic).With("@routingKey", routingKey ?? "");
        while (row.Step())
            queues.Add(row.NumberAt(0)!.Value);
        return _reached[(topic, routingKey ?? "")] = [.. queues];
    }
}
