using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Beats while a wipe runs. A server that is away does not stop it; a server that says stop does.</summary>
internal sealed class Lease(ServerClient server, Job job, Speaker speaker, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(5);
    private bool _away;

    /// <summary>Sends the steps written so far.</summary>
    public required Func<CancellationToken, Task> SendSteps { get; init; }

    /// <summary>How warm the drive is, as far as it tells; asked with each beat.</summary>
    public Func<RunProgress?, double?> Temperature { get; init; } = static _ => null;

    /// <summary>Returns when <paramref name="stop"/> is cancelled, by the caller or by the server's word.</summary>
    public async Task KeepAsync(Func<RunProgress?> progress, CancellationTokenSource stop)
    {
        DateTimeOffset until = job.LeaseUntil;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await SendSteps(stop.Token).ConfigureAwait(false);
                HeartbeatReply reply = await server.BeatAsync(job.JobId, await BeatAsync(progress()).ConfigureAwait(false), stop.Token).ConfigureAwait(false);
                until = reply.LeaseUntil;
                if (_away)
                {
                    _away = false;
                    speaker.Tell(speaker.Line.Back);
                }

                if (reply.Stop)
                {
                    speaker.Tell(speaker.Line.SaidStop(reply.Reason));
                    await stop.CancelAsync().ConfigureAwait(false);
                    return;
                }

                await Task.Delay(Pause(until), clock, stop.Token).ConfigureAwait(false);
            }
            catch (ServerUnreachableException)
            {
                if (!_away)
                {
                    _away = true;
                    speaker.Tell(speaker.Line.Away);
                }

                await PauseQuietlyAsync(stop.Token).ConfigureAwait(false);
            }
            catch (ServerRefusedException refused)
            {
                speaker.Tell(speaker.Line.RefusesWipe(refused));
                await stop.CancelAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task PauseQuietlyAsync(CancellationToken cancellation) =>
        await Task.Delay(Shortest, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private TimeSpan Pause(DateTimeOffset until)
    {
        TimeSpan third = (until - clock.GetUtcNow()) / 3;
        return third < Shortest ? Shortest : third > Longest ? Longest : third;
    }

    // A drive may take its time to answer; no thread of others waits with it.
    private async Task<HeartbeatRequest> BeatAsync(RunProgress? progress) => Beat(progress, await Task.Run(() => Temperature(progress)).ConfigureAwait(false));

    private static HeartbeatRequest Beat(RunProgress? progress, double? temperature) => new()
    {
        Phase = progress?.Phase switch
        {
            RunPhase.Overwriting => JobPhase.Overwriting,
            RunPhase.Erasing => JobPhase.Erasing,
            RunPhase.Verifying => JobPhase.Verifying,
            _ => JobPhase.Preparing,
        },
        BytesDone = progress?.DoneBytes ?? 0,
        BytesTotal = progress?.SizeBytes ?? 0,
        Speed = progress?.BytesPerSecond ?? 0,
        Temperature = temperature,
    };
}
