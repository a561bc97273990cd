using System.Text.Json;
using WaaS.Logistics.Custody.Data;

namespace WaaS.Logistics.Custody.DeviceLife;

/// <summary>A device's life as its page shows it.</summary>
public sealed record LifeView(Guid Device, string Name, string? Serial, IReadOnlyList<LifeEntry> Entries)
{
    internal static LifeView Of(Guid device, IReadOnlyList<Fact> facts)
    {
        var entries = facts.Select(fact => LifeEntry.Of(fact, device)).ToList();
        var named = facts.Select(fact => Naming(fact.Body, device)).LastOrDefault(name => name is not null);
        return new LifeView(device, named is null ? device.ToString() : $"{named.Value.Manufacturer} {named.Value.Model}", named?.Serial, entries);
    }

    private static (string Manufacturer, string Model, string Serial)? Naming(string body, Guid device)
    {
        using var json = JsonDocument.Parse(body);
        return Naming(json.RootElement, device);
    }

    // An event about several devices names each in an element of its own.
    private static (string, string, string)? Naming(JsonElement element, Guid device) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("deviceId", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var found) && found == device
            && Text(element, "manufacturer") is { } maker && Text(element, "model") is { } model && Text(element, "serial") is { } serial => (maker, model, serial),
        JsonValueKind.Object => element.EnumerateObject().Select(field => Naming(field.Value, device)).FirstOrDefault(name => name is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Naming(item, device)).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

public sealed record LifeEntry(FactWord? Word, string Event, DateTime OccurredAt, DateTime RecordedAt, string Who, string? Station, string? Place, IReadOnlyList<(FactField Field, string Value)> Fields)
{
    internal static LifeEntry Of(Fact fact, Guid device)
    {
        using var json = JsonDocument.Parse(fact.Body);
        return new LifeEntry(
            Enum.TryParse<FactWord>(fact.Event, out var word) ? word : null, fact.Event, fact.OccurredAt, fact.RecordedAt, fact.ActorName, fact.Station, fact.Place,
            [.. Enum.GetValues<FactField>().Select(field => (field, Value: Read(json.RootElement, field))).Where(pair => pair.Value is not null).Select(pair => (pair.field, pair.Value!))]);
    }

    private static string? Read(JsonElement body, FactField field)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
        return body.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(", ", value.EnumerateArray().Select(item => item.GetString())),
                _ => null,
            }
            : null;
    }
}
