using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Watching;

/// <summary>Tells the server what is in the bays, at every change and every five seconds. A server that is away holds up nothing here.</summary>
internal sealed class ServerLine(ServerClient? server, LineState words, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5), WorryingSkew = TimeSpan.FromSeconds(30);
    private Task _sending = Task.CompletedTask;
    private IReadOnlyList<BayReport>? _sent;
    private long _sentAt;

    /// <summary>What is to be known about the line to the server.</summary>
    public string Says { get; private set; } = server is null ? words.NotEnrolled : words.NotAsked;

    public void Tell(IReadOnlyList<BayReport> bays, CancellationToken cancellation)
    {
        if (server is null || !_sending.IsCompleted || (_sent is not null && _sent.SequenceEqual(bays) && clock.GetElapsedTime(_sentAt) < Every))
        {
            return;
        }

        (_sent, _sentAt) = (bays, clock.GetTimestamp());
        _sending = SendAsync(server, bays, cancellation);
    }

    /// <summary>Waits until the last word is there, or is known not to be.</summary>
    public Task EndAsync() => _sending;

    private async Task SendAsync(ServerClient line, IReadOnlyList<BayReport> bays, CancellationToken cancellation)
    {
        try
        {
            StationReportReply reply = await line.ReportAsync(new StationReport { At = clock.GetUtcNow(), Bays = bays }, cancellation).ConfigureAwait(false);
            TimeSpan skew = (clock.GetUtcNow() - reply.ServerTime).Duration();
            Says = skew > WorryingSkew ? words.HearsClockOff(skew) : words.Hears;
        }
        catch (ServerUnreachableException away)
        {
            Says = words.Away(away.Message);
            _sent = null;
        }
        catch (ServerRefusedException refused)
        {
            Says = words.Refuses(refused);
        }
        catch (OperationCanceledException)
        {
            Says = words.Stopped;
        }
    }
}
