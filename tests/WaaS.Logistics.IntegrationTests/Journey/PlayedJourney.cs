using WaaS.Logistics.Host.Demo;
using WaaS.Logistics.Host.Demo.Acts;
using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Ends;
using WaaS.Logistics.Host.Demo.Input;
using WaaS.Logistics.Host.Demo.Report;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Journey;

/// <summary>The whole path of <c>waas demo</c>, played once on the real program, on one of the two stacks.</summary>
public abstract class PlayedJourney(IStack stack) : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _told = new();
    private WaasProcess? _waas;

    internal Stage Stage { get; private set; } = null!;

    /// <summary>As read right after the last sale.</summary>
    internal IReadOnlyList<DeviceEnd> Ends { get; private set; } = [];

    public string Told => _told.ToString();

    internal string Certificates => Path.Combine(_folder.Path, "data", "certificates");

    public async ValueTask InitializeAsync()
    {
        if (stack is IAsyncLifetime servers)
            await servers.InitializeAsync();
        _waas = await WaasProcess.Start(Path.Combine(_folder.Path, "data"), stack);
        var input = DemoInput.Shipped();
        var images = Directory.CreateDirectory(_folder["images"]).FullName;
        Stage = new Stage(_waas.Address, new People(_waas.Address), input, new ImageShelf(input, images), _folder["station"], Narrator.On(_told, isTerminal: false), CancellationToken.None);
        try
        {
            Ends = await DemoRun.Play(Stage, (await _waas.FirstRunLink()).PathAndQuery, Certificates);
        }
        catch (DemoFailedException e)
        {
            throw new InvalidOperationException($"{e.Message}\n{Told}");
        }
    }

    internal Task<DeviceEnd> ReadAgain(Part part) => new ReadEnds(Stage, Certificates) { Patience = TimeSpan.FromSeconds(1) }.Read(part);

    public async ValueTask DisposeAsync()
    {
        Stage?.People.Dispose();
        if (_waas is not null)
            await _waas.DisposeAsync();
        if (stack is IAsyncLifetime servers)
            await servers.DisposeAsync();
        _told.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class JourneyEmbedded() : PlayedJourney(new EmbeddedStack());

public sealed class JourneyOnServers() : PlayedJourney(new ServerStack());
