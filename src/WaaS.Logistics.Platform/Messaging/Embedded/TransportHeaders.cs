using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

/// <summary>Headers as the SQL transport of MassTransit reads them back: a JSON list of key-value pairs.</summary>
internal static class TransportHeaders
{
    /// <summary>How often the process died while this message, already under suspicion, was being handled.</summary>
    public const string Deaths = "WaaS-Deaths";

    public static string? Json(IEnumerable<KeyValuePair<string, object>> headers)
    {
        var list = headers.ToList();
        return list.Count == 0 ? null : JsonSerializer.Serialize<IEnumerable<KeyValuePair<string, object>>>(list, SystemTextJsonMessageSerializer.Options);
    }

    public static string? Json(SendHeaders headers) => Json(headers.GetAll().Where(header => header.Key != Deaths));

    public static string Fault(string message) =>
        Json([new(MassTransit.MessageHeaders.Reason, "fault"), new(MassTransit.MessageHeaders.FaultMessage, message)])!;

    public static string WithDeaths(string? headers, long deaths) => Json([new(Deaths, deaths), .. Read(headers)])!;

    /// <exception cref="JsonException">They are no headers: read later, inside the bus, they would end the queue's receiver.</exception>
    public static string? Checked(string? headers)
    {
        Read(headers);
        return headers;
    }

    /// <exception cref="JsonException">They are no headers.</exception>
    public static IEnumerable<KeyValuePair<string, object>> Read(string? headers) =>
        headers is null ? [] : JsonSerializer.Deserialize<IEnumerable<KeyValuePair<string, object>>>(headers, SystemTextJsonMessageSerializer.Options) ?? throw new JsonException("There are no headers in 'null'.");
}
