using System.Globalization;
using Microsoft.OpenApi;

namespace WaaS.Logistics.Platform.Web.ApiDescription;

/// <summary>One operation as the page shows it.</summary>
public sealed record ApiOperation(string Group, string Method, string Path, string? Summary, IReadOnlyList<ApiField> Parameters, string? Body, IReadOnlyList<(string Status, string? Shape)> Answers)
{
    internal static IReadOnlyList<ApiOperation> Of(OpenApiDocument document) =>
    [
        .. from path in document.Paths
           from operation in path.Value.Operations ?? []
           orderby path.Key, operation.Key.Method
           select new ApiOperation(
               path.Key.Split('/')[1], operation.Key.Method, path.Key, operation.Value.Summary,
               [.. (operation.Value.Parameters ?? []).Select(parameter => new ApiField(parameter.Name ?? "", parameter.In?.ToString() ?? "", Shape(parameter.Schema), parameter.Required))],
               operation.Value.RequestBody?.Content?.Values.FirstOrDefault()?.Schema is { } body ? Shape(body) : null,
               [.. (operation.Value.Responses ?? []).Select(answer => (answer.Key, answer.Value.Content?.Values.FirstOrDefault()?.Schema is { } schema ? Shape(schema) : null))]),
    ];

    private static string Shape(IOpenApiSchema? schema, int depth = 0)
    {
        if (schema is null)
            return "";
        if (schema.Properties is { Count: > 0 } properties && depth < 4)
            return "{ " + string.Join(", ", properties.Select(property => $"{property.Key}{(schema.Required?.Contains(property.Key) == true ? "" : "?")}: {Shape(property.Value, depth + 1)}")) + " }";
        if (schema.Items is { } items)
            return Shape(items, depth + 1) + "[]";
        if (schema.Enum is { Count: > 0 } words)
            return string.Join(" | ", words.Select(word => word?.ToString()));
        var alternative = schema.OneOf?.FirstOrDefault(one => one.Type != JsonSchemaType.Null);
        return alternative is not null ? Shape(alternative, depth + 1) : (schema.Format ?? schema.Type?.ToString() ?? "any").ToLower(CultureInfo.InvariantCulture);
    }
}

public sealed record ApiField(string Name, string In, string Shape, bool Required);
