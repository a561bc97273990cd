using System.Text.Json;
using WaaS.Logistics.Custody.Data;

namespace WaaS.Logistics.Custody.RecordFacts;

/// <summary>Finds the identifiers an event names, wherever in it they stand.</summary>
internal static class Subjects
{
    private static readonly Dictionary<string, string> KindByField = new(StringComparer.OrdinalIgnoreCase)
    {
        ["deviceId"] = "device",
        ["deviceIds"] = "device",
        ["serial"] = "serial",
        ["deviceSerial"] = "serial",
        ["carrierSerial"] = "carrier",
        ["orderId"] = "order",
        ["orderNumber"] = "order",
        ["contractId"] = "contract",
        ["contractNumber"] = "contract",
        ["followOnNumber"] = "contract",
        ["parcelId"] = "parcel",
        ["parcelNumber"] = "parcel",
        ["certificateNumber"] = "certificate",
        ["recordNumber"] = "certificate",
        ["discrepancyId"] = "discrepancy",
        ["quarantineId"] = "quarantine",
        ["evidenceId"] = "evidence",
        ["unitId"] = "unit",
        ["reservationId"] = "reservation",
        ["pickList"] = "pick-list",
        ["bin"] = "bin",
        ["place"] = "place",
        ["code"] = "place",
        ["sealNumber"] = "seal",
        ["customer"] = "customer",
        ["buyer"] = "customer",
    };

    public static IEnumerable<FactSubject> Of(string body)
    {
        using var json = JsonDocument.Parse(body);
        return [.. Walk(json.RootElement, null).Distinct().Select(found => new FactSubject { Kind = found.Kind, Value = found.Value })];
    }

    private static IEnumerable<(string Kind, string Value)> Walk(JsonElement element, string? kind) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Walk(field.Value, KindByField.GetValueOrDefault(field.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Walk(item, kind)),
        JsonValueKind.String when kind is not null && FactSubject.Normalize(element.GetString()!) is { Length: > 0 } value => [(kind, value)],
        _ => [],
    };
}
