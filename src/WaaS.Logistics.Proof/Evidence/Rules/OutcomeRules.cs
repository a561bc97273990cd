namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class OutcomeRules
{
    public static void Success(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        findings.Need(carrier.Outcome is Outcome.Success or Outcome.SuccessWithExceptions, "$.carrier.outcome", "outcome", carrier.Outcome);
        findings.Need(carrier.Steps.Count > 0, "$.carrier.steps", "noSteps");
        foreach (var (step, path) in carrier.StepsWithPath())
            findings.Need(step.Outcome is Outcome.Success or Outcome.SuccessWithExceptions, $"{path}.outcome", "stepOutcome", step.Outcome);
    }

    public static void Exceptions(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        findings.Need(carrier.Outcome is not Outcome.SuccessWithExceptions, "$.carrier.outcome", "withExceptions");
        findings.Need(carrier.Exceptions.Count == 0, "$.carrier.exceptions", "exceptions", string.Join("; ", carrier.Exceptions));
        foreach (var (step, path) in carrier.StepsWithPath())
            findings.Need(step.Outcome is not Outcome.SuccessWithExceptions, $"{path}.outcome", "stepWithExceptions");
    }

    /// <summary>A resumed pass counts only for a tool with a safe journal, and only when all of the carrier was read back in one run afterwards.</summary>
    public static void Interrupted(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        findings.Need(carrier.Outcome is not Outcome.Aborted, "$.carrier.outcome", "aborted");
        foreach (var (step, path) in carrier.StepsWithPath())
        {
            var acceptable = step.Runs == 1 || (step is { Kind: StepKind.Overwrite or StepKind.Firmware or StepKind.Crypto, Runs: > 1 } && ResumeIsCovered(document, expected));
            findings.Need(acceptable, $"{path}.runs", "resumed", step.Runs);
        }
    }

    private static bool ResumeIsCovered(EvidenceDocument document, EvidenceExpectation expected)
    {
        var carrier = document.Carrier;
        var last = carrier.Steps[^1];
        return expected.Tools.Any(t => t.JournalledResume && t.Name == document.Tool.Name && t.Version == document.Tool.Version)
            && last is { Kind: StepKind.Verify, Runs: 1 }
            // Marks are looked at in every place where one stood; there is no more that could be verified.
            && (last.Look is { LookedFor: LookedFor.Marks } || (carrier.Verification is { Type: VerificationType.Full, Percent: 100 } && last.BytesVerified == carrier.CapacityReportedBytes));
    }
}
