using System.Net.Sockets;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// Takes what is written to a broker that is gone, and drops it: the reader tells that it is gone. What was not confirmed is sent again, what was not acknowledged comes again.
/// </summary>
/// <param name="silence">How long a broker that takes nothing may say nothing; one that only takes nothing for now still sends its heartbeats.</param>
internal sealed class BrokerStream(Socket socket, TimeSpan silence, TimeProvider time) : NetworkStream(socket)
{
    private long _heard = time.GetTimestamp();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        Volatile.Write(ref _heard, time.GetTimestamp());
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var write = base.WriteAsync(buffer, cancellationToken);
            if (write.IsCompletedSuccessfully || silence <= TimeSpan.Zero)
                await write;
            else
                await UntilTaken(write.AsTask());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            End();
        }
    }

    private async Task UntilTaken(Task write)
    {
        while (true)
            try
            {
                await write.WaitAsync(silence, time);
                return;
            }
            catch (TimeoutException)
            {
                if (time.GetElapsedTime(Volatile.Read(ref _heard)) >= silence)
                    End();
            }
    }

    /// <summary>Wakes the reader, and a write that waits.</summary>
    private void End()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }
}
