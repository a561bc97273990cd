using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;

namespace WaaS.Logistics.Station.Watching;

/// <summary>Puts together what is in a bay and what a wipe says of it. What does not fit stops the bay; what is not known is never fine.</summary>
internal static class BayJudge
{
    /// <param name="runs">The wipes of this station, running or ended.</param>
    /// <param name="lives">Whether a run's process is alive.</param>
    public static BayReport Of(string label, BaySight sight, IReadOnlyList<RunState> runs, Func<RunState, bool> lives, DateTimeOffset now)
    {
        if (sight.Content is not { } content)
        {
            return New(label, BayState.Unreadable, null, now) with { Rule = sight.Trouble is null ? null : "bay.unreadable", Reason = sight.Trouble };
        }

        RunState? run = content.Device is null ? null : runs.FirstOrDefault(run => run.Device == content.Device && Same(run.Sequence, content.Sequence));
        BayReport found = New(label, BayState.Occupied, content, now) with { Temperature = sight.Temperature };
        if (content.Device is null)
        {
            return found with { State = BayState.Empty };
        }

        // The kernel gave the name on while somebody still works under it.
        if (run is null && runs.FirstOrDefault(other => other.Device == content.Device && other.State == BayState.Working && lives(other)) is { } swapped)
        {
            return found with { State = BayState.Unexpected, JobId = swapped.JobId, Rule = "bay.swapped", Reason = $"The job is for carrier {swapped.Serial ?? "(unknown)"}." };
        }

        if (run is not null && run.Serial is not null && content.Serial is not null && !string.Equals(run.Serial, content.Serial, StringComparison.OrdinalIgnoreCase))
        {
            return run.State == BayState.Working && lives(run)
                ? found with { State = BayState.Unexpected, JobId = run.JobId, Rule = "bay.swapped", Reason = $"The job is for carrier {run.Serial}, this is {content.Serial}." }
                : Idle(found, content);
        }

        return run is null ? Idle(found, content) : Under(found, run, lives(run));
    }

    /// <summary>A bay whose station's file cannot be relied on any more.</summary>
    public static BayReport Unreadable(string label, TargetRefusedException wrong, DateTimeOffset now) =>
        New(label, BayState.Unreadable, null, now) with { Rule = wrong.Rule, Reason = wrong.Message.Length > 500 ? wrong.Message[..500] : wrong.Message };

    /// <summary>A wipe of something that is in no bay: an image, or a loop device.</summary>
    public static BayReport Of(string label, RunState run, bool lives) => Under(
        new BayReport
        {
            Bay = label, State = run.State, Since = run.Since, Model = null, Serial = run.Serial, SizeBytes = run.SizeBytes, Temperature = null,
            JobId = run.JobId, Progress = null, Rule = null, Reason = null,
        },
        run, lives);

    private static BayReport Under(BayReport found, RunState run, bool lives)
    {
        BayReport under = found with { State = run.State, Since = run.Since, JobId = run.JobId, Serial = found.Serial ?? run.Serial, Progress = run.Progress, Rule = run.Rule, Reason = run.Reason };
        return run.State == BayState.Working && !lives
            ? under with { State = BayState.Stopped, Progress = null, Rule = "bay.died", Reason = "The program ended in the middle; it goes on where it stopped when the same line is run again." }
            : under;
    }

    private static BayReport Idle(BayReport found, BayContent content) => content.Against is { } against
        ? found with { State = BayState.Unexpected, Rule = against.Rule, Reason = against.Message }
        : found;

    private static bool Same(long? one, long? other) => one is null || other is null || one == other;

    private static BayReport New(string label, BayState state, BayContent? content, DateTimeOffset now) => new()
    {
        Bay = label, State = state, Since = now, Model = content?.Model, Serial = content?.Serial, SizeBytes = content?.SizeBytes, Temperature = null,
        JobId = null, Progress = null, Rule = null, Reason = null,
    };
}
