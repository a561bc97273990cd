using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WaaS.Logistics.IntegrationTests.InDevice;

/// <summary>The network between a machine and the product, which a test can cut and mend.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Uri _behind;
    private readonly TcpListener _listener;
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private volatile bool _cut;

    public Wire(Uri behind, int port = 0)
    {
        (_behind, _listener) = (behind, new TcpListener(IPAddress.Loopback, port));
        _listener.Start();
        _ = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Cut()
    {
        _cut = true;
        foreach (var client in _open.Keys)
            client.Close();
    }

    public void Mend() => _cut = false;

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Carry(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task Carry(TcpClient near)
    {
        using var far = new TcpClient();
        try
        {
            _open[near] = _open[far] = true;
            if (_cut)
                return;
            await far.ConnectAsync(_behind.Host, _behind.Port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
        finally
        {
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
            near.Dispose();
        }
    }
}
