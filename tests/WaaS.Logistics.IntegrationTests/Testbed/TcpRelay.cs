using System.Net;
using System.Net.Sockets;

namespace WaaS.Logistics.Testbed;

/// <summary>A line between a client and a server that a test can hold or break.</summary>
internal sealed class TcpRelay : IDisposable
{
    private const int BufferSize = 1 << 16;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _ends = [];
    private readonly Uri _server;
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TcpRelay(Uri server)
    {
        _server = server;
        _listener.Start();
        _ = Accept();
    }

    /// <summary>The server's address, by way of this relay.</summary>
    public Uri Address => new UriBuilder(_server) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    /// <summary>From now on nothing goes through, either way, and neither end is told.</summary>
    public void Hold() => _held.TrySetResult();

    /// <summary>Both ends see their connection reset, as by a process that was killed.</summary>
    public void Reset()
    {
        lock (_ends)
        {
            foreach (var end in _ends)
            {
                end.LingerState = new LingerOption(true, 0);
                end.Dispose();
            }
            _ends.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Reset();
        _held.TrySetResult();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await server.ConnectAsync(_server.Host, _server.Port);
                lock (_ends)
                    _ends.AddRange([client, server]);
                _ = Carry(client, server);
                _ = Carry(server, client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed, or no server: the client sees no answer.
        }
    }

    private async Task Carry(Socket from, Socket to)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read && !_held.Task.IsCompleted)
                await to.SendAsync(buffer.AsMemory(0, read));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One end is gone; the other is told by Reset.
        }
    }
}
