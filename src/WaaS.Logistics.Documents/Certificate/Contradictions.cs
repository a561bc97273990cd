using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate;

/// <summary>The last look before ink: a page that says "accepted" above facts that deny it is never made.</summary>
internal static class Contradictions
{
    public static void Refuse(CertificatePdfInput input)
    {
        if (input.Validation.Decision != Decision.Accepted || input.Destruction is not null)
            return;
        var work = input.Sanitization;
        if (work.Outcome is not (Outcome.Success or Outcome.SuccessWithExceptions))
            throw Denied("Sanitization.Outcome", work.Outcome);
        if (work.SectorsFailed is not (null or 0) || work.BadSectors.Count > 0)
            throw Denied("Sanitization.SectorsFailed", work.SectorsFailed ?? work.BadSectors.Count);
        // A certificate that speaks of no level at all says what was done, and nothing here contradicts it.
        if (work.AchievedLevel == SanitizationLevel.None || work.AchievedLevel < work.RequiredLevel)
            throw Denied("Sanitization.AchievedLevel", work.AchievedLevel);
        if (input.Verification.Result != VerificationOutcome.Passed)
            throw Denied("Verification.Result", input.Verification.Result);
        if (input.Verification.Mismatches is not (null or 0))
            throw Denied("Verification.Mismatches", input.Verification.Mismatches);
    }

    private static ArgumentException Denied(string field, object value) =>
        new($"The certificate calls the carrier accepted, but {field} is {value}; reject it, or give the evidence that is missing.", "input");
}
