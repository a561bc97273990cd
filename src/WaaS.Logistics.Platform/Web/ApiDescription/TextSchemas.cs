using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace WaaS.Logistics.Platform.Web.ApiDescription;

/// <summary>
/// Texts are read by a converter of our own (<see cref="Pipeline.InputGuard.JsonText"/>), behind which the framework sees no type; here they are texts again. Numbers
/// are told as what is answered and should be sent, though digits in quotation marks are read, too.
/// </summary>
internal static class TextSchemas
{
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(string))
            schema.Type = MayBeNull(context) ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        else if (context.JsonTypeInfo.ElementType == typeof(string) && schema.Type?.HasFlag(JsonSchemaType.Array) == true)
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        else if (schema.Type is { } number && (number & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
            (schema.Type, schema.Pattern) = (number & ~JsonSchemaType.String, null);
        // Who may leave it out says so beside the words; among them it would fit twice, which "one of" forbids.
        schema.Enum = schema.Enum?.Where(word => word is not null && !word.IsJsonNullSentinel()).ToList();
        return Task.CompletedTask;
    }

    private static bool MayBeNull(OpenApiSchemaTransformerContext context) => context.JsonPropertyInfo is { } property && (property.IsGetNullable || property.IsSetNullable);
}
