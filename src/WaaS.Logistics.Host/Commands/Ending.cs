using System.Runtime.InteropServices;

namespace WaaS.Logistics.Host.Commands;

/// <summary>
/// SIGTERM and Ctrl-C from the first moment on. The kernel passes neither on to the first process of a container that has not asked for it, and work under way is to be left whole.
/// </summary>
internal static class Ending
{
    private const int Signalled = 128;

    // A host takes up to thirty seconds to stop its services.
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(35);
    private static readonly Lock Gate = new();
    private static readonly CancellationTokenSource Source = new();
    private static bool _isHeeded;
    private static int _exitCode;

    /// <summary>Cancelled when the program is told to end.</summary>
    public static CancellationToken Told => Source.Token;

    public static IDisposable Listen() => new Listening(
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Tell(signal, Signalled + 15)),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Tell(signal, Signalled + 2)));

    /// <summary>Work that ends by itself, and soon, when the token is cancelled. What does not is ended at once; and so is what is told twice.</summary>
    public static async Task<int> Heed(Func<Task<int>> work)
    {
        lock (Gate)
            _isHeeded = true;
        try
        {
            return await work();
        }
        catch (Exception e) when (Told.IsCancellationRequested && (e is OperationCanceledException || e.GetBaseException() is OperationCanceledException))
        {
            await Console.Error.WriteLineAsync("Told to end before it was done. Nothing is left half.");
            return _exitCode;
        }
    }

    private static void Tell(PosixSignalContext signal, int exitCode)
    {
        signal.Cancel = true;
        bool atOnce;
        lock (Gate)
        {
            atOnce = !_isHeeded || Told.IsCancellationRequested;
            _exitCode = exitCode;
        }
        if (atOnce)
            Environment.Exit(exitCode);
        _ = EndAtLast(exitCode);
        Source.Cancel();
    }

    /// <summary>A broker that has fallen silent does not keep it: what has not ended by then is ended as a kill would, which leaves nothing half either.</summary>
    private static async Task EndAtLast(int exitCode)
    {
        await Task.Delay(EndsWithin);
        Environment.Exit(exitCode);
    }

    private sealed class Listening(params IDisposable[] signals) : IDisposable
    {
        public void Dispose()
        {
            foreach (var signal in signals)
                signal.Dispose();
        }
    }
}
