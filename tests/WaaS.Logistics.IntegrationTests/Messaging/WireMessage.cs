using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging.Embedded;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Messaging;

/// <summary>A message as it lies on a bus, written past everything that would have made it right.</summary>
internal sealed record WireMessage(byte[] Event, string? Type, string? MessageId)
{
    public string? ContentType { get; init; } = "application/vnd.masstransit+json";

    /// <summary>In place of the whole that a bus carries, not only of the event in it.</summary>
    public byte[]? Whole { get; init; }

    public Dictionary<string, object?> Headers { get; init; } = new() { ["WaaS-Actor"] = "test", ["WaaS-Actor-Name"] = "test" };

    /// <summary>What the embedded bus keeps headers in; null for those above.</summary>
    public string? HeadersText { get; init; }

    /// <summary>How often it has taken the program down already; nobody takes it any more before the next start.</summary>
    public int Deaths { get; init; }

    public static WireMessage Of(object happened) =>
        new(JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), ServiceDb.EventJson), Urn(happened.GetType().Namespace!, happened.GetType().Name), Guid.CreateVersion7().ToString());

    public static string Urn(string space, string name) => $"urn:message:{space}:{name}";

    public Task PutInto(string queue, IStack stack, IServiceProvider services) =>
        stack is ServerStack servers ? ToBroker(queue, servers) : ToDataFile(queue, services.GetRequiredService<EmbeddedBusStore>());

    private Task ToDataFile(string queue, EmbeddedBusStore store) => store.Writer.RunAsync(turn =>
    {
        var headers = HeadersText ?? JsonSerializer.Serialize(Headers);
        turn.Statement("""
            INSERT INTO bus_message (transport_message_id, message_id, content_type, message_type, headers, body)
            VALUES (@transport, @id, @contentType, @type, @headers, @body)
            """)
            .With("@transport", Guid.NewGuid().ToString()).With("@id", MessageId).With("@contentType", ContentType).With("@type", Type).With("@headers", headers)
            .WithText("@body", Whole ?? Envelope()).Run();
        turn.Statement("""
            INSERT INTO bus_delivery (message_id, queue_id, enqueue_time, due, suspect, deaths)
            SELECT (SELECT max(id) FROM bus_message), id, 1, iif(@deaths > 0, 9e15, 1), @deaths > 0, @deaths FROM bus_queue WHERE name = @queue AND type = 1
            """).With("@queue", queue).With("@deaths", Deaths).Run();
        store.Signals.RaiseAll();
    });

    private async Task ToBroker(string queue, ServerStack servers)
    {
        await using var connection = await new ConnectionFactory { Uri = servers.Broker.Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var properties = new BasicProperties { ContentType = ContentType, MessageId = MessageId, Headers = Headers };
        await channel.BasicPublishAsync(queue, "", mandatory: false, properties, Whole ?? Envelope());
    }

    private byte[] Envelope() => Encoding.UTF8.GetBytes($$"""
        { "messageId": {{JsonValue.Create(MessageId)?.ToJsonString() ?? "null"}}, "messageType": [ {{JsonValue.Create(Type)?.ToJsonString()}} ], "message": {{Encoding.UTF8.GetString(Event)}} }
        """);
}
