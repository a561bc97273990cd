using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Deploy;

/// <summary>What docker-compose.yml describes, from processes: the one-time steps, one program for each container, and the proxy.</summary>
public sealed class SplitProduct : IAsyncLifetime
{
    private readonly ServerStack _stack = new();
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, WaasProcess> _processes = [];
    private Caddy? _caddy;

    public HttpClient Http => _caddy!.Http;

    internal IReadOnlyDictionary<string, WaasProcess> Processes => _processes;

    public async ValueTask InitializeAsync()
    {
        await _stack.InitializeAsync();
        foreach (var step in new[] { "migrate", "topology" })
        {
            var result = await WaasProgram.Run(_stack, step, "--data", _folder["data"]);
            Assert.True(result.ExitCode == 0, $"waas {step} ended with {result.ExitCode}:\n{result.Output}\n{result.Errors}");
        }
        foreach (var container in ComposeFile.Read().Placement().GroupBy(placement => placement.Container, placement => placement.Service))
            _processes[container.Key] = WaasProcess.Launch(_folder["data"], _stack, null, "--set", "Waas:Services=" + string.Join(',', container));
        foreach (var process in _processes.Values)
            await process.WaitUntilReady();
        _caddy = await Caddy.Start(_processes.ToDictionary(process => process.Key, process => process.Value.Address.Authority));
    }

    public async ValueTask DisposeAsync()
    {
        if (_caddy is not null)
            await _caddy.DisposeAsync();
        foreach (var process in _processes.Values)
            await process.DisposeAsync();
        await _stack.DisposeAsync();
        _folder.Dispose();
    }
}
