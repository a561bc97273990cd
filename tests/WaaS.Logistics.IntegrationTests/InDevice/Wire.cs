using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WaaS.Logistics.IntegrationTests.InDevice;

/// <summary>The network between a machine and the product, which a test can cut and mend.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Uri _behind;
    private readonly TcpListener _listener;
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private volatile bool _cut;
    private volatile string? _text;
    private TaskCompletionSource? _swallowed;

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

    /// <summary>Swallows the next request with this text in its head; whoever asked waits.</summary>
    /// <returns>Done when it was swallowed.</returns>
    public Task Swallow(string text)
    {
        _swallowed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _text = text;
        return _swallowed.Task;
    }

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
            await Task.WhenAny(Ask(near.GetStream(), far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
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

    private async Task Ask(NetworkStream near, NetworkStream far)
    {
        var buffer = new byte[64 * 1024];
        while (await near.ReadAsync(buffer) is > 0 and var length)
        {
            if (_text is { } text && Encoding.Latin1.GetString(buffer, 0, length).Contains(text, StringComparison.Ordinal))
            {
                _text = null;
                _swallowed!.SetResult();
                continue;
            }
            await far.WriteAsync(buffer.AsMemory(0, length));
        }
    }
}
