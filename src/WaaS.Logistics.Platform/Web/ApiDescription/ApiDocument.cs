using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Platform.Web.ApiDescription;

/// <summary>The API as an OpenAPI 3.1 document and as a page, for everybody who works in the house.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => $"/{description.RelativePath}".Contains("/api/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "WaaS.Logistics", Version = typeof(ApiDocument).Assembly.GetName().Version!.ToString(3), Description = "Errors are problem details (RFC 9457) with the rule that refused." };
            // The address it was asked at stands in the browser already; a process behind a proxy would name its own.
            document.Servers = null;
            Answers.AddParts(document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(TextSchemas.Describe);
        options.AddOperationTransformer(Answers.Describe);
    });

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/api/openapi.json").For(Roles.House);
        routes.MapGet("/api", Show).For(Roles.House).ExcludeFromDescription();
    }

    private static async Task<IResult> Show([FromKeyedServices(Name)] IOpenApiDocumentProvider documents) =>
        Page.Show<ApiPage>(new { Operations = ApiOperation.Of(await documents.GetOpenApiDocumentAsync()) });
}
