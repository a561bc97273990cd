using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Server;
using WaaS.Logistics.Station.Watching;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Watches all bays until it is told to end. Writes to no carrier, and no wipe needs it.</summary>
internal sealed class Watch(TextWriter output, TimeProvider clock, bool json, Language language)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        string folder = Path.GetFullPath(arguments.Required("--data"));
        StationFolder data = StationFolder.At(folder);
        Enrolment? enrolment = data.ReadEnrolment();
        using SigningKey? key = enrolment is null ? null : data.ReadKey();
        using ServerClient? server = enrolment is null ? null : new ServerClient(arguments.Address("--server") ?? enrolment.Server, key, clock, language);
        var view = new StationView(folder, data, clock);
        var line = new ServerLine(server, new LineWords(language).State, clock);
        var screen = new Screen(output, json, terminal: ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);
        string name = enrolment?.Name ?? "(not enrolled)";
        if (arguments.Has("--once"))
        {
            view.Look();
            await view.SettleAsync().ConfigureAwait(false);
            // The second look finds what the first one asked for, the third the temperatures.
            view.Look();
            await view.SettleAsync().ConfigureAwait(false);
            IReadOnlyList<BayReport> now = view.Look();
            line.Tell(now, cancellation);
            await line.EndAsync().ConfigureAwait(false);
            screen.Show(name, now, line.Says, clock.GetUtcNow());
            return ExitCode.Done;
        }

        while (!cancellation.IsCancellationRequested)
        {
            IReadOnlyList<BayReport> bays = view.Look();
            line.Tell(bays, cancellation);
            screen.Show(name, bays, line.Says, clock.GetUtcNow());
            await Task.Delay(Beat, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await line.EndAsync().ConfigureAwait(false);
        return ExitCode.Done;
    }
}
