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
        var raw = MessageText.Of(context.Body);
        var messageId = IdOf(context, raw) ?? Guid.CreateVersion7();
        var body = EventOf(raw);
        var failed = await db.FailedMessages.SingleOrDefaultAsync(row => row.MessageId == messageId && row.Queue == queue);
        if (failed is null)
            db.FailedMessages.Add(failed = new FailedMessage(messageId, queue));
        failed.Fail(MessageText.Short(TypeOf(context, raw)), body, MessageText.Short(DeviceOf(body)), fault.GetType().Name, MessageText.Detail(fault.Message), db.Now);
        failed.CameFrom(MessageText.Short(OriginHeaders.ReadOrigin(context.TransportHeaders)), OriginHeaders.ReadRecordedAt(context.TransportHeaders));
        await db.SaveChangesAsync();
        log.LogError(fault, "Message {MessageId} of {Queue} could not be applied and waits on the failed-message page; device {Device}", messageId, queue, failed.Device);
    }

    private static Guid? IdOf(ReceiveContext context, string body)
    {
        string[] names = [MessageHeaders.MessageId, "MessageId"];
        foreach (var name in names)
            if (context.TransportHeaders.TryGetHeader(name, out var value) && Guid.TryParse(value?.ToString(), out var id))
                return id;
        return Guid.TryParse(MessageText.Of(MessageText.Find(body, "messageId")), out var own) && own != Guid.Empty ? own : null;
    }

    private static string? TypeOf(ReceiveContext context, string body)
    {
        if (OriginHeaders.ReadText(context.TransportHeaders, "MT-MessageType") is { } header)
            return FirstName(header);
        return MessageText.Find(body, "messageType") is { ValueKind: JsonValueKind.Array } names && names.GetArrayLength() > 0 ? FirstName(MessageText.Of(names[0])) : null;
    }

    // RabbitMQ carries an envelope; what is shown and tried again is the message itself.
    internal static string EventOf(string raw) => MessageText.Find(raw, "messageType") is null ? raw : MessageText.Find(raw, "message")?.GetRawText() ?? raw;

    // urn:message:Namespace:Name is MassTransit's spelling of Namespace.Name.
    internal static string? FirstName(string? urns) => urns?.Split(';')[0].Replace("urn:message:", "").Replace(':', '.');

    internal static string? DeviceOf(string body)
    {
        foreach (var field in DeviceFields)
            if (MessageText.Of(MessageText.Find(body, field)) is { } value)
                return value;
        return null;
    }
}
