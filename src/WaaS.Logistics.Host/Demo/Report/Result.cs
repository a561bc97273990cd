using System.Text.Json;
using System.Text.Json.Serialization;
using WaaS.Logistics.Host.Demo.Acts;
using WaaS.Logistics.Host.Demo.Ends;

namespace WaaS.Logistics.Host.Demo.Report;

/// <summary>The demo's result as one JSON object.</summary>
internal sealed record Result(
    bool Ok, double Seconds, string? Address, string? DataFolder, string? PeopleFile, string? Failure, IReadOnlyList<DeviceResult> Devices, IReadOnlyList<Refused> Refusals, IReadOnlyList<string> Certificates)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

internal sealed record DeviceResult(
    string Serial, string Manufacturer, string Model, string Customer, Input.Arrival Arrival, Input.End Expected, bool Ok, string Found, IReadOnlyList<string> Wrong, IReadOnlyList<string> Certificates, int Facts)
{
    public static DeviceResult Of(DeviceEnd end) =>
        new(end.Part.Serial, end.Manufacturer, end.Model, end.Customer, end.Part.Arrival, end.Part.End, end.IsRight, end.Found, end.Wrong, end.Certificates, end.Facts);
}
