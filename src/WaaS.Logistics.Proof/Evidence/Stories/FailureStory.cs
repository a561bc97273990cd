using WaaS.Logistics.Proof.Evidence.Rules;
using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.Evidence.Stories;

/// <summary>Nothing failed on the way to a success. What was stopped, or cut off, could be gone on with; what failed once is a person's business, however often it was tried again.</summary>
internal static class FailureStory
{
    private const string None = "none", Stopped = "stopped";

    // What ends a run and says nothing against the carrier: a stop, or a station whose own disk was full. The rest follows from it.
    private static readonly string[] Ends = [Stopped, "journal.failed"], Follows =
    [
        "overwrite.passes", "overwrite.incomplete", "overwrite.unacknowledged", "verification.missing", "verification.incomplete", "firmware.unknown", "firmware.refused", "purge.not-looked-at", "purge.incomplete",
        "hidden-area.hpa", "hidden-area.dco", "hidden-area.ama",
    ];

    public static void Check(IReadOnlyList<StepRecord> steps, Findings findings)
    {
        foreach (var step in steps)
            findings.Need(WentWell(step), "$.carrier.outcome", "failedBefore", step.Body.Sequence, step.Body.Kind, step.Fact("failure") ?? step.Fact("failures"));
    }

    private static bool WentWell(StepRecord step) => step.Body.Kind switch
    {
        StepKinds.PassEnded => step.Fact("failure") is None or Stopped && step.Count("badSectors") == 0,
        StepKinds.EraseEnded => (step.Fact("outcome") == EraseEnd.Completed && step.Fact("failure") == None) || step.Fact("failure") == Stopped,
        // After an overwrite it tells what differs, after an erase what is still there.
        StepKinds.VerifyEnded => step.Fact("failure") is None or Stopped && (step.Count("mismatches") ?? step.Count("stillThere")) == 0,
        StepKinds.Finished => step.Fact("proven") == "yes" || WasCutOff(step.Fact("failures")),
        _ => true,
    };

    private static bool WasCutOff(string? failures) =>
        failures?.Split("; ").Select(failure => failure.Split(':')[0]).ToList() is { } codes && codes.Any(Ends.Contains) && codes.All(code => Ends.Contains(code) || Follows.Contains(code));
}
