using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

internal static class FailedMessageLog
{
    internal static readonly string[] DeviceFields = ["deviceSerial", "serial", "deviceId", "carrierSerial"];

    public static async Task Store(IServiceProvider services, ReceiveContext context, string queue, Exception fault)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var log = scope.ServiceProvider.GetRequiredService<ILogger<FailedMessage>>();
        var messageId = context.GetMessageId() ?? context.TransportHeaders.Get<Guid>("MessageId") ?? Guid.CreateVersion7();
        var raw = context.Body.GetString();
        // RabbitMQ carries an envelope; what is shown and tried again is the message itself.
        var body = Find(raw, "messageType") is null ? raw : Find(raw, "message")?.GetRawText() ?? raw;
        var failed = await db.FailedMessages.SingleOrDefaultAsync(row => row.MessageId == messageId && row.Queue == queue);
        if (failed is null)
            db.FailedMessages.Add(failed = new FailedMessage(messageId, queue));
        failed.Fail(TypeOf(context, raw), body, DeviceOf(body), fault.GetType().Name, fault.Message, db.Now);
        failed.CameFrom(OriginHeaders.ReadOrigin(context.TransportHeaders), OriginHeaders.ReadRecordedAt(context.TransportHeaders));
        await db.SaveChangesAsync();
        log.LogError(fault, "Message {MessageId} of {Queue} could not be applied and waits on the failed-message page; device {Device}", messageId, queue, failed.Device);
    }

    private static string? TypeOf(ReceiveContext context, string body)
    {
        if (context.TransportHeaders.Get<string>("MT-MessageType") is { } header)
            return FirstName(header.Split(';')[0]);
        return Find(body, "messageType") is { ValueKind: JsonValueKind.Array } names && names.GetArrayLength() > 0 ? FirstName(names[0].GetString()) : null;
    }

    // urn:message:Namespace:Name is MassTransit's spelling of Namespace.Name.
    private static string? FirstName(string? urn) => urn?.Replace("urn:message:", "").Replace(':', '.');

    private static string? DeviceOf(string body)
    {
        foreach (var field in DeviceFields)
            if (Find(body, field) is { ValueKind: JsonValueKind.String } value)
                return value.GetString();
        return null;
    }

    private static JsonElement? Find(string body, string field)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            if (root.TryGetProperty(field, out var direct))
                return direct.Clone();
            return root.TryGetProperty("message", out var enveloped) && enveloped.ValueKind == JsonValueKind.Object && enveloped.TryGetProperty(field, out var inner)
                ? inner.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
