using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>Lets a drive erase itself and watches it: a success counts only after the drive was seen to change its state.</summary>
/// <param name="erase">The command.</param>
/// <param name="flushBuffers">Drops what the system remembers of the drive (BLKFLSBUF), before and after.</param>
/// <param name="clock">Time.</param>
public sealed class FirmwareRun(IFirmwareErase erase, Action flushBuffers, TimeProvider clock)
{
    private const int SilentAnswers = 10, IdleAnswers = 10;
    private readonly List<FirmwareTransition> _transitions = [];
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private bool _ran;

    /// <summary>Time between two questions.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After this the drive is given up; the erase may still run in it.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(48);

    /// <summary>A drive that tells its progress and tells the same for so long is given up too.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Told at every question.</summary>
    public Action<FirmwareStatus> Progress { get; init; } = static _ => { };

    /// <summary>Blocks until the drive says how it ended, or nobody will.</summary>
    public FirmwareResult Run(CancellationToken cancellation = default)
    {
        flushBuffers();
        FirmwareStatus before = Ask();
        bool found = before.State == FirmwareState.Running && !erase.Blocking;
        try
        {
            if (before.State == FirmwareState.Unknown)
            {
                return End(FirmwareOutcome.Refused, $"the drive does not tell its state ({before.Words}): it could not be watched", found);
            }

            if (!found && cancellation.IsCancellationRequested)
            {
                return End(FirmwareOutcome.Refused, WipeResult.Stopped, found);
            }

            if (!found)
            {
                if ((erase.Prepare() ?? Asked()) is { } refusal)
                {
                    return End(FirmwareOutcome.Refused, refusal, found);
                }

                if (erase.Start() is { } error)
                {
                    // A command that only returns at its end may have erased a part before it failed.
                    return End(erase.Blocking ? FirmwareOutcome.Failed : FirmwareOutcome.Refused, error, found);
                }
            }

            (FirmwareOutcome outcome, string? failure) = Watch(before, cancellation);
            return End(outcome, failure, found);
        }
        catch (IOException silent)
        {
            return End(FirmwareOutcome.Unknown, silent.Message, found);
        }
    }

    // The state between preparing and starting is an observation of its own: a password that is not set shows here.
    private string? Asked()
    {
        FirmwareStatus prepared = Ask();
        return erase.Blocking && prepared.State != FirmwareState.Running ? $"the drive took the preparation and shows nothing of it ({prepared.Words})" : null;
    }

    private (FirmwareOutcome Outcome, string? Failure) Watch(FirmwareStatus before, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp(), moved = started;
        double? reached = null;
        int silent = 0, idle = 0;
        while (clock.GetElapsedTime(started) < GiveUpAfter)
        {
            FirmwareStatus now = Ask();
            Progress(now);
            silent = now.State == FirmwareState.Unknown ? silent + 1 : 0;
            idle = now.State == FirmwareState.Idle ? idle + 1 : 0;
            (moved, reached) = now.Progress is null || now.Progress != reached ? (clock.GetTimestamp(), now.Progress) : (moved, reached);
            switch (now.State)
            {
                case FirmwareState.Failed:
                    return (FirmwareOutcome.Failed, $"the drive says it failed ({now.Words})");
                case FirmwareState.Running when erase.Blocking:
                    return (FirmwareOutcome.Failed, $"the command returned and the drive shows no end of it ({now.Words})");
                case FirmwareState.Completed when _ran || before.State == FirmwareState.Idle:
                    return (FirmwareOutcome.Completed, null);
                case FirmwareState.Completed:
                    return (FirmwareOutcome.Unknown, $"the drive says completed, but said so before and was never seen to run ({now.Words})");
                case FirmwareState.Unknown when silent >= SilentAnswers:
                    return (FirmwareOutcome.Unknown, $"the drive fell silent ({now.Words})");
                case FirmwareState.Idle when idle >= IdleAnswers || _ran || erase.Blocking:
                    return (FirmwareOutcome.Unknown, $"the drive took the command and is idle without having told an end ({now.Words})");
            }

            if (clock.GetElapsedTime(moved) >= StuckAfter)
            {
                return (FirmwareOutcome.Unknown, string.Create(CultureInfo.InvariantCulture, $"the drive tells the same progress since {StuckAfter} ({now.Words})"));
            }

            if (cancellation.WaitHandle.WaitOne(AskEvery))
            {
                return (FirmwareOutcome.Unknown, WipeResult.Stopped);
            }
        }

        return (FirmwareOutcome.Unknown, $"no end after {GiveUpAfter}");
    }

    private FirmwareStatus Ask()
    {
        FirmwareStatus status;
        try
        {
            status = erase.Ask();
        }
        catch (IOException silent)
        {
            status = new FirmwareStatus(FirmwareState.Unknown, null, silent.Message);
        }

        _ran |= status.State == FirmwareState.Running;
        if (_transitions is not [.., var last] || last.State != status.State)
        {
            _transitions.Add(new FirmwareTransition(clock.GetUtcNow(), status.State, status.Words));
        }

        return status;
    }

    private FirmwareResult End(FirmwareOutcome outcome, string? failure, bool found)
    {
        flushBuffers();
        return new FirmwareResult
        {
            Technique = erase.Technique, Command = erase.Command, Outcome = outcome, Failure = failure, FoundRunning = found, Transitions = _transitions,
            StartedAt = _startedAt, EndedAt = clock.GetUtcNow(),
        };
    }
}
