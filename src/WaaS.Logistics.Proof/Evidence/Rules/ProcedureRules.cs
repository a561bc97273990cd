using WaaS.Logistics.Proof.Levels;

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
        findings.Need((expected.Passes.Count > 0 || expected.Techniques.Count > 0) && done.Length == expected.Passes.Count, "$.carrier.steps", "passCount", done.Length, expected.Passes.Count);
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

    /// <summary>One firmware erase where one is ordered, by a technique that is ordered, and none where none is.</summary>
    public static void Techniques(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var done = document.Carrier.Erases();
        findings.Need(done.Length == (expected.Techniques.Count > 0 ? 1 : 0), "$.carrier.steps", "eraseCount", done.Length, expected.Techniques.Count > 0 ? 1 : 0);
        foreach (var (step, path) in document.Carrier.StepsWithPath().Where(step => step.Step.Kind is StepKind.Firmware or StepKind.Crypto))
            findings.Need(expected.Techniques.Count == 0 || expected.Techniques.Contains(step.Technique), $"{path}.technique", "otherTechnique", step.Technique, string.Join(", ", expected.Techniques));
        findings.Need(expected.Medium is null || document.Carrier.MediaType == expected.Medium, "$.carrier.mediaType", "otherMedium", document.Carrier.MediaType, expected.Medium);
    }

    /// <summary>Technique times medium must reach the level ordered; the evidence itself says no level it achieved.</summary>
    public static void Level(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        findings.Need(document.RequiredLevel == expected.RequiredLevel, "$.requiredLevel", "otherLevel", document.RequiredLevel, expected.RequiredLevel);
        if (expected.RequiredLevel is not { } required) return;
        var achieved = LevelEngine.Achieved(document.Carrier);
        var why = string.Join(", ", achieved.Reasons.Select(reason => $"{document.Carrier.Steps[reason.Step].Technique} {reason.Rule} {reason.Level}"));
        findings.Need(required is SanitizationLevel.Clear or SanitizationLevel.Purge && achieved.Level >= required, "$.carrier.steps", "level", achieved.Level, required, why);
    }

    /// <summary>A command nobody can name, or a success nobody saw happen, is none.</summary>
    public static void Firmware(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        foreach (var (step, path) in document.Carrier.StepsWithPath())
        {
            if (step.Kind is StepKind.Overwrite or StepKind.Verify) continue;
            findings.Need(step.Kind is StepKind.Firmware or StepKind.Crypto, $"{path}.kind", "notJudgedYet", step.Kind);
            findings.Need(step.Command is { Length: > 0 }, $"{path}.command", "noCommand");
            findings.Need(step.Command is not { Length: > 0 } command || EraseCommand.Fits(step.Technique, command), $"{path}.command", "otherCommand", step.Command, step.Technique);
            findings.Need(DriveStates.WasObserved(step), $"{path}.statusTransitions", "notObserved", string.Join("; ", step.StatusTransitions));
        }
    }
}
