using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using WaaS.Logistics.Host;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Deploy;

public partial class When_a_page_is_asked_of_the_proxy(NamedContainers proxy) : IClassFixture<NamedContainers>
{
    [Theory]
    [InlineData("/", "custody")]
    [InlineData("/returns", "returns")]
    [InlineData("/contracts/import", "returns")]
    [InlineData("/portal", "returns")]
    [InlineData("/wipe", "sanitization")]
    [InlineData("/verify/WL-1", "sanitization")]
    [InlineData("/refurb/queue", "refurbishment")]
    [InlineData("/stock/bins/A-1", "resale")]
    [InlineData("/custody/devices/4711", "custody")]
    [InlineData("/admin/messages", "custody")]
    [InlineData("/login", "custody")]
    // Not a service's page: only whole path segments count.
    [InlineData("/stockholm", "custody")]
    public async Task It_comes_from_the_process_of_its_service(string path, string container)
    {
        var answer = await proxy.Http.GetStringAsync(path);
        Assert.Equal($"{container} {path} {proxy.Http.BaseAddress!.Authority}", answer);
    }

    [Fact]
    public async Task Every_route_of_every_service_reaches_its_own_process()
    {
        var containers = ComposeFile.Read().Placement().ToDictionary(placement => placement.Service, placement => placement.Container);
        var routes = await Routes();
        Assert.Superset(new HashSet<string> { "custody", "rentals", "returns", "sanitization" }, routes.Select(route => route.Service).ToHashSet());
        List<string> astray = [];
        foreach (var (service, path) in routes)
        {
            var answer = await proxy.Http.GetStringAsync(path);
            if (!answer.StartsWith(containers[service] + " ", StringComparison.Ordinal))
                astray.Add($"{path} of {service} reaches {answer.Split(' ')[0]}");
        }
        Assert.Empty(astray);
    }

    [Fact]
    public async Task Every_place_in_the_navigation_leads_to_the_process_that_has_it()
    {
        var containers = ComposeFile.Read().Placement().ToDictionary(placement => placement.Service, placement => placement.Container);
        var places = Catalogue.Services.SelectMany(service => service.Navigation.Select(entry => (service.Name, entry.Path))).ToList();
        Assert.NotEmpty(places);
        foreach (var (service, path) in places)
            Assert.StartsWith(containers[service] + " ", await proxy.Http.GetStringAsync(path));
    }

    /// <summary>Every route of the whole product, by the service whose code answers it.</summary>
    private static async Task<List<(string Service, string Path)>> Routes()
    {
        using var folder = new TempFolder();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Waas:Data"] = folder["data"] });
        await using var host = ProductHost.Build(builder);
        var services = Catalogue.Services.ToDictionary(service => service.GetType().Assembly, service => service.Name);
        return
        [
            .. from endpoint in ((IEndpointRouteBuilder)host.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
               let code = endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly
               where code is not null && services.ContainsKey(code)
               select (services[code], "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "x")),
        ];
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
