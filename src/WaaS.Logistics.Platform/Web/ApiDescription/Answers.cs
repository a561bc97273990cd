using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Platform.Web.ApiDescription;

/// <summary>What every operation has in common: who may call it, files as what they are, and problem details for whatever is refused.</summary>
internal static class Answers
{
    public const string SignIn = "signIn", Station = "station", Problem = "Problem";
    private const string Json = "application/json", Problems = "application/problem+json";

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var roles = metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>().SelectMany(demand => demand.AllowedRoles).Distinct().Order(StringComparer.Ordinal).ToList();
        operation.Responses ??= [];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Description = $"For: {string.Join(", ", roles)}.";
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(roles.Intersect(Roles.All).Any() ? SignIn : Station, context.Document)] = [] }];
            Add(operation, context, "401", "Nobody is signed in.");
            Add(operation, context, "403", "None of the caller's roles allows it.");
        }
        Add(operation, context, "default", "Refused, or failed: which rule, what to do, and which field it is about.");
        if (metadata.OfType<MethodInfo>().Any(GivesFile))
            operation.Responses["200"] = new OpenApiResponse { Description = "The file.", Content = Files(context.Description.RelativePath!, operation).ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }) };
        return Task.CompletedTask;
    }

    /// <summary>The shape of problem details, and how a caller says who it is.</summary>
    public static void AddParts(OpenApiDocument document)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        document.AddComponent(Problem, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457, in the language asked for by Accept-Language: German or English.",
            Required = new HashSet<string> { "type", "title", "status", "detail", "rule" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = text,
                ["title"] = text,
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = text,
                ["rule"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable name of the rule that refused." },
                ["field"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What of the request it is about." },
                ["help"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Path of the page with the remedy." },
                ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Found in the log by this." },
            },
        });
        document.AddComponent(SignIn, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = SecuritySetup.CookieName, Description = "POST /login/api/password or /login/api/badge sets it." });
        document.AddComponent(Station, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization", Description = "Signed by the enrolled station's own key, request by request." });
    }

    private static void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, string status, string description) =>
        operation.Responses!.TryAdd(status, new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { [Problems] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, context.Document) } },
        });

    private static bool GivesFile(MethodInfo handler) =>
        handler.ReturnType == typeof(FileContentHttpResult) || handler.ReturnType == typeof(Task<FileContentHttpResult>);

    private static string[] Files(string path, OpenApiOperation operation) =>
        path.EndsWith("/json", StringComparison.Ordinal) ? [Json]
        : operation.Parameters?.Any(parameter => parameter.Name == "format") == true ? ["application/pdf", "text/plain"]
        : ["application/pdf"];
}
