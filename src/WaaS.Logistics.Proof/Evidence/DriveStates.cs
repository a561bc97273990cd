namespace WaaS.Logistics.Proof.Evidence;

/// <summary>States of a drive that erases itself, as they begin an entry of <see cref="EvidenceStep.StatusTransitions"/>: state, time, raw fields.</summary>
public static class DriveStates
{
    /// <summary>It does not answer, or with something that means nothing.</summary>
    public const string Unknown = "unknown";

    /// <summary>Nothing runs.</summary>
    public const string Idle = "idle";

    /// <summary>It runs.</summary>
    public const string Running = "running";

    /// <summary>It says it ended well.</summary>
    public const string Completed = "completed";

    /// <summary>It says it failed.</summary>
    public const string Failed = "failed";

    private static readonly string[] Known = [Unknown, Idle, Running, Completed, Failed];

    /// <summary>An entry.</summary>
    public static string Entry(string state, DateTimeOffset at, string words) => $"{state} {Json.StrictTimeConverter.Format(at)} {words}".TrimEnd();

    /// <summary>Seen in another state first, and completed at last (rule R13). Anything that is no state is doubt.</summary>
    public static bool WasObserved(EvidenceStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        string[] states = [.. step.StatusTransitions.Select(entry => entry.Split(' ')[0])];
        return states is [.., Completed] && states.All(Known.Contains) && !states.Contains(Failed) && states.Any(state => state is Idle or Running);
    }
}
