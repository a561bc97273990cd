using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using MassTransit;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>What can be read from, and kept of, a message of which nothing is sure. Whatever it holds, keeping it must not fail: it would come again for ever.</summary>
internal static class MessageText
{
    private const int LongestName = 200;
    private const int LongestDetail = 2_000;

    /// <summary>By its bytes: the bus library refuses to tell a text that is not UTF-8 throughout.</summary>
    public static string Of(MessageBody body) => Of(body.GetBytes());

    public static string Of(byte[] body) => Kept(Encoding.UTF8.GetString(body));

    /// <summary>PostgreSQL keeps no NUL, and nobody half of a pair of surrogates.</summary>
    private static string Kept(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\u2400');

    public static string Detail(string text) => Cut(text, LongestDetail);

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Short(string? text) => text is null ? null : Cut(text, LongestName);

    public static Origin Short(Origin origin) =>
        origin with { Actor = Short(origin.Actor), ActorName = Short(origin.ActorName), Station = Short(origin.Station), Place = Short(origin.Place) };

    /// <returns>Null where it is no text, which half of a pair of surrogates is not either.</returns>
    public static string? Of(JsonElement? value)
    {
        try
        {
            return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A field of the message, or of the message in its envelope.</summary>
    public static JsonElement? Find(string body, string field)
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

    private static string Cut(string text, int longest) => Kept(text.Length <= longest ? text : text[..longest] + " ...");
}
