using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>
/// Refuses at every door what no handler should have to think of: a form without any of its fields, which binds to nothing at all, JSON in another
/// encoding than its own, the NUL character, which one of the databases stores and the other refuses, and characters that turn the direction of writing: a name or a reason that
/// holds one says something else to the eye than to the audit trail.
/// </summary>
internal sealed class InputGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        RefuseNul(http.Request.Path.Value);
        RefuseOtherEncodings(http.Request);
        foreach (var (name, values) in http.Request.Query)
            RefuseNul([name, .. values.ToArray()]);
        return next(http);
    }

    public static RouteGroupBuilder GuardingForms(RouteGroupBuilder routes) => routes.FilterWhoTakes(
        parameter => parameter.GetCustomAttribute<FromFormAttribute>() is not null,
        (forms, next) => call =>
        {
            foreach (var (name, values) in call.HttpContext.Request.Form)
            {
                RefuseNul([name, .. values.ToArray()]);
                if (values.FirstOrDefault(TurnsDirection) is not null)
                    throw new RefusedException("direction-character", $"The field {name} holds a character that turns the direction of writing and would hide what is written. Type it instead of pasting it.", StatusCodes.Status400BadRequest, name);
            }
            return forms.Any(index => call.Arguments[index] is null)
                ? throw new RefusedException("empty-form", "The form came without any of its fields. Nothing was changed. Fill it in and send it again.", StatusCodes.Status400BadRequest)
                : next(call);
        });

    // RFC 8259 section 8.1. An encoding that the framework does not know would be taken for a fault of its own.
    private static void RefuseOtherEncodings(HttpRequest request)
    {
        if (!request.HasJsonContentType() || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
            return;
        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException("send-utf8", "JSON is sent in UTF-8: send Content-Type application/json without a charset.", StatusCodes.Status415UnsupportedMediaType);
        // With quotation marks around the name the framework would not know even this one.
        request.ContentType = type.MediaType.ToString();
    }

    private static void RefuseNul(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (text?.Contains('\0') == true)
                throw new RefusedException("nul-character", "The request holds a NUL character. Scan or type it again.", StatusCodes.Status400BadRequest);
    }

    // Embeddings, overrides and isolates. The marks that scripts from right to left are written with are none of them.
    private static bool TurnsDirection(string? text) => text?.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0 || text?.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0;

    public sealed class JsonText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // GetString alone would throw what is no fault of the JSON reader's and has no path.
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException();
            var text = reader.GetString();
            return text!.Contains('\0') || TurnsDirection(text) ? throw new JsonException() : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
