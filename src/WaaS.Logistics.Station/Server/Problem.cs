using System.Text.Json;

namespace WaaS.Logistics.Station.Server;

/// <summary>Problem details (RFC 9457) with the member <c>rule</c>.</summary>
internal static class Problem
{
    public static ServerRefusedException Read(int status, byte[] body, LineWords words)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            string rule = Text(json.RootElement, "rule") ?? $"http-{status}";
            string sentence = Text(json.RootElement, "detail") ?? Text(json.RootElement, "title") ?? words.AnsweredNothing(status);
            return new ServerRefusedException(rule, sentence);
        }
        catch (JsonException)
        {
            return new ServerRefusedException($"http-{status}", words.AnsweredNothing(status));
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
