using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Telemetry;

/// <summary>One line per business fact, when it has been handed to the bus: what, which device, who and where, message and trace.</summary>
internal sealed class FactLog(ILogger<FactLog> log)
{
    public void Write(OutboxMessage fact)
    {
        if (!log.IsEnabled(LogLevel.Information))
            return;
        log.LogInformation("{Event} device {Device} by {Actor} at {Place}, message {MessageId}, trace {FactTrace}",
            fact.Type[(fact.Type.LastIndexOf('.') + 1)..], DeviceOf(fact.Body) ?? "-", fact.ActorName, fact.Place ?? "-", fact.Id,
            ActivityContext.TryParse(fact.TraceParent, null, out var trace) ? trace.TraceId.ToString() : "-");
    }

    private static string? DeviceOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        foreach (var field in FailedMessageLog.DeviceFields)
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString();
        return null;
    }
}
