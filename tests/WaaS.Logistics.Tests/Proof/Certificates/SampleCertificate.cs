using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Tests.Proof.Evidence;

namespace WaaS.Logistics.Tests.Proof.Certificates;

internal static class SampleCertificate
{
    public static CertificateDocument For(EvidenceDocument evidence, SigningKey station)
    {
        var bytes = EvidenceWriter.Write(evidence);
        return new CertificateDocument
        {
            Number = "WL-2026-000017", Version = 1, Supersedes = null, IssuedAt = Acceptable.Begin.AddHours(2),
            Issuer = new CertificateParty { Name = "WaaS Logistics GmbH", Number = null, Address = ["Lagerstraße 1", "10115 Berlin"], Contact = "datenschutz@example.org" },
            Customer = new CertificateParty { Name = "Muster & Söhne KG", Number = "K-4711", Address = [], Contact = null },
            ContractNumber = "C-2023-08", OrderId = evidence.OrderId, OrderNumber = "RO-2026-00042",
            Device = new CertifiedDevice { Id = Guid.Parse("6f1d8a52-52f5-4a9b-8f2e-0d5a0d4c6b05"), Manufacturer = "Lenovo", Model = "ThinkPad T14", Serial = evidence.DeviceSerial, AssetTag = null, Slot = evidence.Slot },
            Carrier = CertifiedCarrier.Of(evidence.Carrier), Sanitization = CertifiedSanitization.Of(evidence), Verification = CertifiedVerification.Of(evidence.Carrier.Verification),
            Validation = new CertifiedValidation { Decision = ValidationDecision.Accepted, DecidedBy = "vera", DecidedAt = Acceptable.Begin.AddHours(1) },
            Operator = evidence.Operator, Verifier = "vera", Releaser = null, PolicyId = evidence.PolicyId, PolicyVersion = evidence.PolicyVersion,
            Station = new CertifiedStation { Id = evidence.StationId, Name = "Bench 1", KeyId = station.KeyId, Tool = evidence.Tool },
            Standards = [StandardTexts.BsiCon6, StandardTexts.BsiCon6Random], VerificationUrl = "https://example.org/verify/WL-2026-000017",
            EvidenceHash = ContentHash.Of(bytes), EvidenceSignature = station.Sign(bytes), Evidence = CertificateDocument.Embed(bytes),
        };
    }
}
