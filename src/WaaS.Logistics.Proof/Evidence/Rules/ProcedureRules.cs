namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class ProcedureRules
{
    /// <summary>The passes are judged by what was done, never by the procedure's name alone.</summary>
    public static void Ordered(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        findings.Need(document.ProcedureKey == expected.ProcedureKey, "$.procedureKey", "otherProcedure", document.ProcedureKey, expected.ProcedureKey);
        findings.Need(document.PolicyId == expected.PolicyId && document.PolicyVersion == expected.PolicyVersion,
            "$.policyVersion", "otherPolicy", document.PolicyId, document.PolicyVersion, expected.PolicyId, expected.PolicyVersion);

        var done = document.Carrier.Overwrites();
        findings.Need(expected.Passes.Count > 0 && done.Length == expected.Passes.Count, "$.carrier.steps", "passCount", done.Length, expected.Passes.Count);
        for (var i = 0; i < Math.Min(done.Length, expected.Passes.Count); i++)
        {
            var (pass, ordered) = (done[i], expected.Passes[i]);
            findings.Need(pass.Pass == i + 1 && ordered.Number == i + 1, "$.carrier.steps", "passNumber", pass.Pass, i + 1);
            findings.Need(pass.Pattern == ordered.Pattern && pass.Generator == ordered.Generator,
                "$.carrier.steps", "otherPass", pass.Pattern, pass.Generator, ordered.Pattern, ordered.Generator);
            var checkable = pass is { Generator: not null, KeyFingerprint: not null, RecheckCommand.Length: > 0 };
            findings.Need(pass.Pattern is not OverwritePattern.Random || checkable, "$.carrier.steps", "streamNotCheckable", i + 1);
        }

        var keys = done.Where(s => s.KeyFingerprint is not null).Select(s => s.KeyFingerprint).ToList();
        findings.Need(keys.Distinct().Count() == keys.Count, "$.carrier.steps", "keyUsedTwice");
    }

    public static void Firmware(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        foreach (var (step, path) in document.Carrier.StepsWithPath())
            findings.Need(step.Kind is StepKind.Overwrite or StepKind.Verify, $"{path}.kind", "notJudgedYet", step.Kind);
    }
}
