using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

public sealed class When_the_console_is_read
{
    [Fact]
    public async Task A_value_that_holds_a_line_makes_none_of_its_own()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(folder.Path, "a\n12:00:00 ERR forged \u202E");
        await using var waas = await WaasProcess.Start(data, new EmbeddedStack());
        Assert.Equal(0, await waas.StopAsync());
        Assert.Contains(waas.Output, line => line.Contains(@"a\u000A12:00:00 ERR forged \u202E/waas.db", StringComparison.Ordinal));
        Assert.DoesNotContain(waas.Output, line => line.StartsWith("12:00:00 ERR", StringComparison.Ordinal));
    }
}
