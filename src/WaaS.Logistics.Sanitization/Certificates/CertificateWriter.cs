using WaaS.Logistics.Documents.Certificate;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Signing;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.Orders;
using SignedFile = WaaS.Logistics.Proof.Certificates.Certificate;

namespace WaaS.Logistics.Sanitization.Certificates;

internal sealed record CertificateFiles(string DocumentHash, string PdfGermanHash, string PdfEnglishHash);

/// <summary>Writes a certificate as signed JSON and as signed PDFs in both languages, into the blob store.</summary>
internal sealed class CertificateWriter(BlobStore blobs, CertificateKeys keys, Issuer issuer, PublicAddress address, IHttpContextAccessor http)
{
    public async Task<CertificateFiles> Write(WipeOrder order, Evidence evidence, string number, string stationKeyId, DateTime now, CancellationToken cancel)
    {
        var bytes = await blobs.Get(evidence.ContentHash, cancel);
        var document = Describe(order, evidence, number, ContentHash.Parse(stationKeyId), bytes, now);
        var signed = SignedFile.Sign(document, keys.Key);
        return new CertificateFiles(
            await blobs.Put(signed, cancel),
            await blobs.Put(Pdf(signed, bytes, DocumentLanguage.German, $"Löschzertifikat {number}", document.IssuedAt), cancel),
            await blobs.Put(Pdf(signed, bytes, DocumentLanguage.English, $"Sanitization certificate {number}", document.IssuedAt), cancel));
    }

    private byte[] Pdf(byte[] signed, byte[] evidence, DocumentLanguage language, string reason, DateTimeOffset issuedAt) =>
        PdfSigner.Sign(CertificatePdf.Render(signed, evidence, language), keys.Identity, new SigningDetails(issuedAt, reason));

    private CertificateDocument Describe(WipeOrder order, Evidence evidence, string number, ContentHash stationKeyId, byte[] bytes, DateTime now)
    {
        var proof = EvidenceReader.Read(bytes).Document;
        // The station's clock may be ahead of ours within the allowed skew; nothing is decided before the work ended.
        var decided = Later(new DateTimeOffset(evidence.ValidatedAt!.Value, TimeSpan.Zero), proof.Carrier.EndedAt);
        return new CertificateDocument
        {
            Number = number,
            Version = 1,
            Supersedes = null,
            IssuedAt = Later(new DateTimeOffset(now, TimeSpan.Zero), decided),
            Issuer = issuer.ToParty(),
            Customer = new CertificateParty { Name = order.Customer, Number = null, Address = [], Contact = null },
            ContractNumber = order.ContractNumber,
            OrderId = order.ReturnOrderId,
            OrderNumber = order.OrderNumber,
            Device = new CertifiedDevice { Id = order.DeviceId, Manufacturer = order.Manufacturer, Model = order.Model, Serial = order.Serial, AssetTag = null, Slot = evidence.SlotName },
            Carrier = CertifiedCarrier.Of(proof.Carrier),
            Sanitization = CertifiedSanitization.Of(proof),
            Verification = CertifiedVerification.Of(proof.Carrier.Verification),
            Validation = new CertifiedValidation { Decision = ValidationDecision.Accepted, DecidedBy = Person(evidence.ValidatedBy, evidence.ValidatedByName) ?? $"policy {evidence.PolicyId}/{evidence.PolicyVersion}", DecidedAt = decided },
            Operator = proof.Operator,
            Verifier = Person(evidence.VerifiedBy, evidence.VerifiedByName),
            Releaser = Person(evidence.ValidatedBy, evidence.ValidatedByName),
            PolicyId = evidence.PolicyId,
            PolicyVersion = evidence.PolicyVersion,
            Station = new CertifiedStation { Id = evidence.StationId, Name = evidence.StationName, KeyId = stationKeyId, Tool = proof.Tool },
            Standards = Standards(proof.Carrier),
            VerificationUrl = $"{(http.HttpContext is { } asked ? address.Of(asked) : "http://127.0.0.1:5080")}/verify/{number}",
            EvidenceHash = ContentHash.Parse(evidence.ContentHash),
            EvidenceSignature = evidence.Signature,
            Evidence = CertificateDocument.Embed(bytes),
        };
    }

    private static List<string> Standards(CarrierResult carrier)
    {
        var overwritten = carrier.Steps.Any(step => step.Kind == StepKind.Overwrite);
        var erased = carrier.Steps.Any(step => step.Kind is StepKind.Firmware or StepKind.Crypto);
        return
        [
            StandardTexts.BsiCon6,
            .. overwritten ? new[] { StandardTexts.BsiCon6Random, StandardTexts.GrundschutzPlusPlus } : [],
            .. erased ? new[] { StandardTexts.FirmwareErase } : [],
            StandardTexts.NistTwoDecisions,
        ];
    }

    private static string? Person(string? id, string? name) => id == Actor.Policy.Id ? null : name;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one >= other ? one : other;
}
