using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Testbed.Checks;

public abstract class When_the_program_is_started(IStack stack) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_start_that_fails_tells_what_the_program_said()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => WaasProcess.Start(_folder["data"], stack, null, "--set", "Waas:Nonsense=1"));
        Assert.Contains("ended with 2", e.Message);
        Assert.Contains("Waas:Nonsense", e.Message);
        var result = await WaasProgram.Run(stack, "--data", _folder["data"], "--set", "Waas:Nonsense=1");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Waas:Nonsense", result.Errors);
    }
}

public class When_the_program_is_started_on_the_embedded_stack(EmbeddedStack stack) : When_the_program_is_started(stack), IClassFixture<EmbeddedStack>;

public class When_the_program_is_started_on_the_server_stack(ServerStack stack) : When_the_program_is_started(stack), IClassFixture<ServerStack>;
