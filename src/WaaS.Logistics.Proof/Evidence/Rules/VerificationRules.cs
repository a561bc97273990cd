namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class VerificationRules
{
    /// <summary>The last thing done is reading back, against what the last pass wrote, as much as ordered, and from the medium.</summary>
    public static void Verified(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        var found = carrier.Verification;
        findings.Need(found.Result is VerificationOutcome.Passed, "$.carrier.verification.result", "notVerified", found.Result);
        findings.Need(IsEnough(found, expected.Verification), "$.carrier.verification.percent", "tooLittleVerified", found.Type, found.Percent, expected.Verification.Type, expected.Verification.Percent);

        var last = carrier.Steps.Count > 0 ? carrier.Steps[^1] : null;
        var path = $"$.carrier.steps[{carrier.Steps.Count - 1}]";
        findings.Need(last?.Kind is StepKind.Verify, path, "lastStepIsNotVerify");
        if (expected.Techniques.Count == 0)
            findings.Need(last?.Look is null && IsAgainst(last, carrier.Overwrites().LastOrDefault()), path, "verifiedAgainstOther");
        else
            LookedAt(carrier, last, path, findings);

        var needed = found.Percent / 100 * carrier.CapacityReportedBytes;
        findings.Need(last?.BytesVerified >= needed, $"{path}.bytesVerified", "fewerBytesThanPercent", last?.BytesVerified, found.Percent);

        // A cache can answer for a medium that stored nothing; only the block layer's own count shows that the medium was read.
        var read = found.BlockLayerSectorsRead * (Int128)512;
        findings.Need(carrier.Kind is CarrierKind.File || read >= (Int128?)last?.BytesVerified, "$.carrier.verification.blockLayerSectorsRead", "notReadFromMedium", found.BlockLayerSectorsRead);
    }

    /// <summary>After a firmware erase nothing of what is known to have been there may be found; directly after it, for nothing else may have touched the medium.</summary>
    private static void LookedAt(CarrierResult carrier, EvidenceStep? last, string path, Findings findings)
    {
        var before = carrier.Steps.Count > 1 ? carrier.Steps[^2] : null;
        findings.Need(before?.Kind is StepKind.Firmware or StepKind.Crypto, path, "notAfterErase", before?.Kind);
        var overwritten = carrier.Overwrites().LastOrDefault();
        var fits = last is { Look: { } look, KeyFingerprint: not null } && (overwritten is null
            // Marks that any medium may hold by chance are none.
            ? look.LookedFor is LookedFor.Marks && last is { Pattern: OverwritePattern.Random, Generator: "aes-128-ctr" or "aes-256-ctr" }
            : look.LookedFor is LookedFor.Stream && IsAgainst(last, overwritten));
        findings.Need(fits, $"{path}.look", "lookedForOther");
    }

    private static bool IsEnough(VerificationResult found, RequiredVerification required) => (found.Type, required.Type) switch
    {
        (VerificationType.Full, VerificationType.Full or VerificationType.Sampled) => found.Percent == 100,
        (VerificationType.Sampled, VerificationType.Sampled) => (required.Percent > 0 || required.Samples > 0)
            && found.Percent >= required.Percent && found.Percent <= 100
            // A carrier with fewer places than that is looked at in all of them.
            && (required.Samples is null || found.SampleCount >= required.Samples || found.Percent == 100),
        _ => false,
    };

    private static bool IsAgainst(EvidenceStep? verify, EvidenceStep? overwrite) =>
        verify is not null && overwrite is not null
        && verify.Pattern is not null && verify.Pattern == overwrite.Pattern
        && verify.Generator == overwrite.Generator && verify.KeyFingerprint == overwrite.KeyFingerprint;
}
