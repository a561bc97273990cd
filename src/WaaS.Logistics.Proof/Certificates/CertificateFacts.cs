using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>A certificate must say what its evidence says, and its evidence must be a success: checked when it is signed, and again by whoever verifies it.</summary>
internal static class CertificateFacts
{
    /// <exception cref="CertificateFormatException">The first fact at odds.</exception>
    public static void Check(CertificateDocument certificate)
    {
        var evidence = ReadEvidence(certificate);
        var carrier = evidence.Carrier;

        Need(carrier.Outcome == Outcome.Success && carrier.Exceptions.Count == 0 && carrier.Verification.Result == VerificationOutcome.Passed, "$.evidence.carrier.outcome", "is no success; there is nothing to certify.");
        Need(certificate.Validation.Decision == ValidationDecision.Accepted, "$.validation.decision", "is no acceptance; there is nothing to certify.");
        Same(certificate.OrderId, evidence.OrderId, "$.orderId");
        Same(certificate.Device.Serial, evidence.DeviceSerial, "$.device.serial");
        Same(certificate.Device.Slot, evidence.Slot, "$.device.slot");
        Same(certificate.Operator, evidence.Operator, "$.operator");
        Same(certificate.PolicyId, evidence.PolicyId, "$.policyId");
        Same(certificate.PolicyVersion, evidence.PolicyVersion, "$.policyVersion");
        Same(certificate.Station.Id, evidence.StationId, "$.station.id");
        Same(certificate.Station.Tool, evidence.Tool, "$.station.tool");
        Same(certificate.Carrier, CertifiedCarrier.Of(carrier), "$.carrier");
        Same(certificate.Verification, CertifiedVerification.Of(carrier.Verification), "$.verification");

        var done = CertifiedSanitization.Of(evidence);
        Need(certificate.Sanitization.Passes.SequenceEqual(done.Passes), "$.sanitization.passes", "are not those of the evidence.");
        Same(certificate.Sanitization with { Passes = done.Passes }, done, "$.sanitization");

        Need(certificate.Validation.DecidedAt >= carrier.EndedAt, "$.validation.decidedAt", "is before the end of the work.");
        Need(certificate.IssuedAt >= certificate.Validation.DecidedAt, "$.issuedAt", "is before the validation.");
        Need(certificate.Standards.All(StandardTexts.Keys.Contains), "$.standards", "names a sentence nobody wrote.");
        Need(certificate.Supersedes is not { } old || old.Number != certificate.Number || old.Version < certificate.Version, "$.supersedes", "names this certificate or a later one.");
    }

    private static EvidenceDocument ReadEvidence(CertificateDocument certificate)
    {
        try
        {
            var reading = EvidenceReader.Read(CanonicalJson.Canonicalize(certificate.Evidence));
            Same(certificate.EvidenceHash, reading.Hash, "$.evidenceHash");
            return reading.Document;
        }
        catch (EvidenceFormatException e)
        {
            throw new CertificateFormatException("$.evidence" + e.Path[1..], $"{e.Problem} {e.Remedy}", e);
        }
    }

    private static void Same<T>(T said, T evidence, string path) =>
        Need(EqualityComparer<T>.Default.Equals(said, evidence), path, $"is {said}, the evidence says {evidence}.");

    private static void Need(bool holds, string path, string problem)
    {
        if (!holds) throw new CertificateFormatException(path, problem);
    }
}
