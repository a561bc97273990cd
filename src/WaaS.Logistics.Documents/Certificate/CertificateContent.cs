using System.Globalization;
using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Texts;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate;

/// <summary>Takes over what certificate and evidence say; nothing is concluded, and what neither says stays "not recorded".</summary>
internal static class CertificateContent
{
    public static CertificatePdfInput Of(SignedCertificate signed, EvidenceDocument evidence, ContentHash file, Words words)
    {
        var (certificate, carrier) = (signed.Certificate, evidence.Carrier);
        return new()
        {
            Identity = new()
            {
                Number = certificate.Number,
                Version = certificate.Version,
                IssuedAt = certificate.IssuedAt,
                Standing = CertificateStanding.InForce,
                Replaces = certificate.Supersedes is { } old ? words.Format("certificate.number", old.Number, old.Version) : null,
            },
            Issuer = new()
            {
                Name = certificate.Issuer.Name,
                RegisterNumber = certificate.Issuer.Number,
                Address = string.Join('\n', certificate.Issuer.Address),
                Contact = certificate.Issuer.Contact,
            },
            Order = Order(certificate, evidence),
            Device = new()
            {
                Manufacturer = certificate.Device.Manufacturer,
                Model = certificate.Device.Model,
                Serial = certificate.Device.Serial,
                AssetTag = certificate.Device.AssetTag,
            },
            Carrier = Carrier(certificate.Device.Slot, carrier),
            PreState = new() { Hpa = carrier.Hpa, Dco = carrier.Dco, Ama = carrier.Ama, ReallocatedSectors = carrier.RemappedBefore },
            Sanitization = SanitizationContent.Of(certificate, evidence),
            Verification = Verification(certificate, carrier),
            Validation = new()
            {
                Decision = certificate.Validation.Decision == ValidationDecision.Accepted ? Decision.Accepted : Decision.Rejected,
                DecidedBy = certificate.Validation.DecidedBy,
                DecidedAt = certificate.Validation.DecidedAt,
            },
            People = new()
            {
                Operator = new() { Name = certificate.Operator },
                Verifier = new() { Name = certificate.Verifier },
                Releaser = new() { Name = certificate.Releaser },
            },
            Integrity = new()
            {
                EvidenceSha256 = certificate.EvidenceHash.ToString(),
                EvidenceKeyId = certificate.Station.KeyId.ToString(),
                CertificateSha256 = file.ToString(),
                CertificateKeyId = signed.Signature.KeyId.ToString(),
                SignatureAlgorithm = signed.Signature.Algorithm,
                VerificationAddress = new Uri(certificate.VerificationUrl, UriKind.Absolute),
            },
            Standards = [.. certificate.Standards.Select(key => new StandardClause(Clause(key), StandardTexts.Of(key, new CultureInfo(words.Language))))],
        };
    }

    private static OrderDetails Order(CertificateDocument certificate, EvidenceDocument evidence) => new()
    {
        Customer = string.Join('\n', [certificate.Customer.Name, .. certificate.Customer.Address]),
        CustomerNumber = certificate.Customer.Number,
        Contract = certificate.ContractNumber,
        ReturnOrder = certificate.OrderNumber,
        Job = evidence.JobId.ToString(),
        Policy = certificate.PolicyId,
        PolicyVersion = certificate.PolicyVersion,
    };

    private static CarrierDetails Carrier(string slot, CarrierResult carrier) => new()
    {
        Slot = slot,
        Manufacturer = carrier.Vendor,
        Model = carrier.Model,
        SerialReported = carrier.SerialSource == SerialSource.Label ? null : carrier.Serial,
        SerialOnLabel = carrier.ScannedSerial ?? (carrier.SerialSource == SerialSource.Label ? carrier.Serial : null),
        Wwn = carrier.Wwn,
        Firmware = carrier.Firmware,
        Interface = carrier.Interface,
        MediaType = carrier.MediaType,
        CapacityReportedBytes = carrier.CapacityReportedBytes,
        CapacityNativeBytes = carrier.CapacityNativeBytes,
        SectorsTotal = carrier.SectorsTotal,
        SectorSizeBytes = carrier.SectorSizeBytes,
    };

    private static VerificationDetails Verification(CertificateDocument certificate, CarrierResult carrier)
    {
        var last = carrier.Steps.LastOrDefault(step => step.Kind == StepKind.Verify);
        return new()
        {
            Type = carrier.Verification.Type,
            Percent = carrier.Verification.Percent,
            SampleCount = carrier.Verification.SampleCount,
            SampleSeed = carrier.Verification.SampleSeed,
            LeftAtMostPercent = last?.Look?.LeftAtMost * 100,
            Mismatches = last?.Mismatches,
            Tool = $"{carrier.Verification.Tool.Name} {carrier.Verification.Tool.Version}",
            Result = carrier.Verification.Result,
            Verifier = certificate.Verifier,
            VerifiedAt = last?.EndedAt,
        };
    }

    private static string Clause(string standard) => standard switch
    {
        StandardTexts.BsiCon6 => "CON.6",
        StandardTexts.BsiCon6Random => "CON.6.A12",
        StandardTexts.GrundschutzPlusPlus => "Grundschutz++ ASST.7.3",
        StandardTexts.FirmwareErase => "IEEE 2883-2022",
        StandardTexts.NistTwoDecisions => "NIST SP 800-88 Rev. 2, 4.5",
        _ => standard,
    };
}
