using Xunit;

namespace WaaS.Logistics.Testbed;

/// <summary>A broker of the test's own (about 6 s to start), to be killed and brought back without disturbing other classes.</summary>
public sealed class RabbitBroker : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(TestServers.Folder, "rabbit-" + Path.GetRandomFileName());

    /// <summary>The same before and after a restart.</summary>
    public Uri Amqp { get; private set; } = new("about:blank");

    public Uri Api { get; private set; } = new("about:blank");

    public async ValueTask InitializeAsync() => await Start();

    /// <summary>
    /// RabbitMQ 3.10 registers a new quorum queue lazily: killed within its first second (measured: 0.5 s lost, 1.5 s kept),
    /// the broker brings the queue back empty, confirmed messages included.
    /// </summary>
    public static TimeSpan QueueSettles { get; } = TimeSpan.FromSeconds(4);

    /// <summary>kill -9 of the whole node; it is down until <see cref="Start"/>.</summary>
    public Task Kill9() => ServerScript.Run("rabbit", "kill", _folder);

    /// <summary>Orderly stop; it is down until <see cref="Start"/>.</summary>
    public Task Stop() => ServerScript.Run("rabbit", "stop", _folder);

    /// <summary>Brings the node back with its data, on the same addresses, and waits until it takes connections.</summary>
    public async Task Start()
    {
        var lines = await ServerScript.Run("rabbit", "start", _folder);
        (Amqp, Api) = (new Uri(lines[0]), new Uri(lines[1]));
    }

    /// <summary>The caller disposes it, before the broker.</summary>
    public async Task<RabbitVirtualHost> CreateVirtualHost()
    {
        var host = new RabbitVirtualHost(Amqp, Api);
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask DisposeAsync() => await ServerScript.Run("rabbit", "remove", _folder);
}
