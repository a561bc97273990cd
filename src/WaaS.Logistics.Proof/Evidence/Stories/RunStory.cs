using WaaS.Logistics.Proof.Evidence.Rules;
using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.Evidence.Stories;

/// <summary>Every run of the station: it takes this job, finds this carrier, asks for holds, and only then writes; and its clock goes forward.</summary>
internal static class RunStory
{
    /// <summary>Clocks are set right now and then by so much.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly HashSet<string> Known =
    [
        StepKinds.JobClaimed, StepKinds.CarrierIdentified, StepKinds.HoldChecked, StepKinds.Refused, StepKinds.PassStarted, StepKinds.PassResumed, StepKinds.PassEnded, StepKinds.HiddenAreasReset,
        StepKinds.MarksStarted, StepKinds.EraseStarted, StepKinds.EraseEnded, StepKinds.VerifyStarted, StepKinds.VerifyEnded, StepKinds.Finished,
    ];

    public static void Check(EvidenceDocument document, IReadOnlyList<StepRecord> steps, Findings findings)
    {
        findings.Need(steps[0].Body.Kind == StepKinds.JobClaimed, "$.jobId", "noBegin", steps[0].Body.Kind);
        bool found = false, asked = false;
        var before = steps[0].Body.Time;
        foreach (var step in steps)
        {
            var (kind, number) = (step.Body.Kind, step.Body.Sequence);
            findings.Need(Known.Contains(kind), "$", "unknownStep", number, kind);
            findings.Need(step.Body.Time >= before - Skew, "$", "clockTurnedBack", number, kind, before, step.Body.Time);
            before = step.Body.Time;
            if (kind == StepKinds.JobClaimed)
            {
                (found, asked) = (false, false);
                findings.Same(step, "slot", document.Slot, "$.slot");
                findings.Same(step, "procedure", document.ProcedureKey, "$.procedureKey");
            }
            else if (kind == StepKinds.CarrierIdentified)
            {
                found = true;
                findings.Same(step, "serial", document.Carrier.Serial, "$.carrier.serial");
            }
            else if (kind == StepKinds.HoldChecked)
            {
                asked = found && step.Fact("clear") == "yes";
            }
            else if (Writes(kind))
            {
                findings.Need(asked, "$", "writtenUnasked", number, kind);
            }
        }
        findings.Need(found && asked, "$", "unaskedAtTheEnd");
    }

    private static bool Writes(string kind) =>
        kind is StepKinds.PassStarted or StepKinds.PassResumed or StepKinds.HiddenAreasReset or StepKinds.MarksStarted or StepKinds.EraseStarted;
}
