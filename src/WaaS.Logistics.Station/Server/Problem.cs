using System.Text.Json;

namespace WaaS.Logistics.Station.Server;

/// <summary>Problem details (RFC 9457) with the member <c>rule</c>.</summary>
internal static class Problem
{
    public static ServerRefusedException Read(int status, byte[] body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            string rule = Text(json.RootElement, "rule") ?? $"http-{status}";
            string sentence = Text(json.RootElement, "detail") ?? Text(json.RootElement, "title") ?? $"The server answered {status}.";
            return new ServerRefusedException(rule, sentence);
        }
        catch (JsonException)
        {
            return new ServerRefusedException($"http-{status}", $"The server answered {status} without saying why.");
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
