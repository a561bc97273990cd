using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>Shows those who watch how far this wipe is, and how it ended. What cannot be shown holds nothing up.</summary>
internal sealed class RunBoard
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly RunFiles _files;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private RunState _state;
    private long _shown;

    public RunBoard(RunFiles files, Target target, string? serial, TimeProvider clock)
    {
        (_files, _clock) = (files, clock);
        int process = Environment.ProcessId;
        _state = new RunState
        {
            Device = target.Path, Sequence = (long?)target.Identity.DiskSequence, Serial = serial, SizeBytes = target.Identity.SizeBytes, JobId = null,
            State = BayState.Working, Since = clock.GetUtcNow(), Rule = null, Reason = null, ProcessId = process, ProcessStart = RunState.StartOf(process) ?? 0,
            Progress = new BayProgress { Phase = JobPhase.Preparing, BytesDone = 0, BytesTotal = target.Identity.SizeBytes, Speed = null },
        };
        Show(_state);
    }

    /// <summary>Runs the work and keeps how it ended, whatever way that is.</summary>
    public async Task<ExitCode> KeepAsync(Func<Task<ExitCode>> work)
    {
        try
        {
            ExitCode code = await work().ConfigureAwait(false);
            switch (code)
            {
                case ExitCode.Done:
                    End(BayState.Done, null, null);
                    break;
                case ExitCode.StoredForLater:
                    End(BayState.Done, "bay.stored", "Wiped and proven; the report is stored and sent later.");
                    break;
                case ExitCode.NotAccepted:
                    End(BayState.Failed, "bay.not-accepted", "The server does not accept the evidence.");
                    break;
                default:
                    End(BayState.Failed, "bay.not-proven", "Not all of it was written and read back equal.");
                    break;
            }

            return code;
        }
        catch (TargetRefusedException refused)
        {
            End(BayState.Refused, refused.Rule, refused.Message);
            throw;
        }
        catch (ServerRefusedException refused)
        {
            End(BayState.Refused, refused.Rule, refused.Message);
            throw;
        }
        catch (InDevice.JournalPlaceException nowhere)
        {
            End(BayState.Refused, "journal.nowhere", nowhere.Message);
            throw;
        }
        catch (ServerUnreachableException away)
        {
            End(BayState.Stopped, "server.unreachable", away.Message);
            throw;
        }
        catch (OperationCanceledException)
        {
            End(BayState.Stopped, "stopped", "Stopped before anything was written.");
            throw;
        }
        catch (Exception failed)
        {
            End(BayState.Failed, "station.failed", failed.Message);
            throw;
        }
    }

    public void Claimed(Guid job) => Show(_state with { JobId = job });

    public void Stopped() => End(BayState.Stopped, "stopped", "Stopped; it goes on where it stopped when the same line is run again.");

    public void Reporting() => Show(_state with { Progress = new BayProgress { Phase = JobPhase.Reporting, BytesDone = _state.SizeBytes, BytesTotal = _state.SizeBytes, Speed = null } });

    public void Tell(RunProgress progress)
    {
        JobPhase phase = progress.Phase switch { RunPhase.Overwriting => JobPhase.Overwriting, RunPhase.Erasing => JobPhase.Erasing, _ => JobPhase.Verifying };
        if (_state.Progress?.Phase == phase && _clock.GetElapsedTime(_shown) < Every)
        {
            return;
        }

        // An opened hidden area makes it larger than it was.
        Show(_state with { SizeBytes = progress.SizeBytes, Progress = new BayProgress { Phase = phase, BytesDone = progress.DoneBytes, BytesTotal = progress.SizeBytes, Speed = progress.BytesPerSecond } });
    }

    // The first word about the end is the right one.
    private void End(BayState state, string? rule, string? reason)
    {
        if (_state.State == BayState.Working)
        {
            Show(_state with { State = state, Since = _clock.GetUtcNow(), Progress = null, Rule = rule, Reason = reason });
        }
    }

    private void Show(RunState state)
    {
        lock (_lock)
        {
            (_state, _shown) = (state, _clock.GetTimestamp());
            try
            {
                _files.Save(state);
            }
            catch (Exception full) when (full is IOException or UnauthorizedAccessException)
            {
                // Nobody watches then; the wipe and its journal do not depend on it.
            }
        }
    }
}
