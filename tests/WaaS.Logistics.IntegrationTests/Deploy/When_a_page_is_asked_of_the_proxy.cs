using WaaS.Logistics.Host;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Deploy;

public class When_a_page_is_asked_of_the_proxy(CaddyProxy proxy) : IClassFixture<CaddyProxy>
{
    [Theory]
    [InlineData("/", "custody")]
    [InlineData("/returns", "returns")]
    [InlineData("/returns/api/scans", "returns")]
    [InlineData("/contracts/import", "returns")]
    [InlineData("/portal", "returns")]
    [InlineData("/wipe", "sanitization")]
    [InlineData("/wipe/jobs/7", "sanitization")]
    [InlineData("/verify/WL-1", "sanitization")]
    [InlineData("/refurb/queue", "refurbishment")]
    [InlineData("/stock/bins/A-1", "resale")]
    [InlineData("/custody/devices/4711", "custody")]
    [InlineData("/admin/failed-messages", "custody")]
    [InlineData("/sign-in", "custody")]
    // Not a service's page: only whole path segments count.
    [InlineData("/stockholm", "custody")]
    public async Task It_comes_from_the_process_of_its_service(string path, string container)
    {
        var answer = await proxy.Http.GetStringAsync(path);
        Assert.Equal($"{container} {path} {proxy.Http.BaseAddress!.Authority}", answer);
    }

    [Fact]
    public async Task Every_place_in_the_navigation_leads_to_the_process_that_has_it()
    {
        foreach (var service in Catalogue.Services)
            foreach (var entry in service.Navigation)
                Assert.StartsWith(ContainerOf(service.Name) + " ", await proxy.Http.GetStringAsync(entry.Path));
    }

    private static string ContainerOf(string service) => service == "rentals" ? "returns" : service;
}
