using System.Runtime.InteropServices;
using WaaS.Logistics.Station;

using var stop = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
return (int)await new StationProgram(Console.Out, Console.Error, TimeProvider.System) { Input = Console.IsInputRedirected ? null : Console.In }.RunAsync(args, stop.Token);

// A wipe that is told to end closes its journal first, so that it can be gone on with.
void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
