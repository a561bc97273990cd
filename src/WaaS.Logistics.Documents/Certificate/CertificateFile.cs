using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Texts;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate;

/// <summary>
/// A signed certificate (<c>waas-certificate/1</c>) and its evidence (<c>waas-evidence/1</c>), made ready to be printed: what both say, and the two
/// files to attach. Facts that they do not know, such as levels or hand-overs, are added with <c>with</c> before printing.
/// </summary>
public sealed record CertificateFile
{
    private CertificateFile(CertificatePdfInput input, IReadOnlyList<EmbeddedFile> attachments) => (Input, Attachments) = (input, attachments);

    /// <summary>Name of the attached certificate.</summary>
    public const string CertificateName = "certificate.json";

    /// <summary>Name of the attached evidence.</summary>
    public const string EvidenceName = "evidence.json";

    /// <summary>What is printed.</summary>
    public CertificatePdfInput Input { get; init; }

    /// <summary>Both files, byte for byte.</summary>
    public IReadOnlyList<EmbeddedFile> Attachments { get; }

    /// <summary>Reads both files.</summary>
    /// <param name="certificate">Exact bytes of the signed certificate.</param>
    /// <param name="evidence">Exact bytes of the evidence.</param>
    /// <param name="language">Language of the sentences about standards.</param>
    /// <exception cref="CertificateFormatException">The certificate is none, disagrees with the evidence in it, or that is other evidence.</exception>
    /// <exception cref="EvidenceFormatException">The evidence is none.</exception>
    public static CertificateFile Read(ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> evidence, DocumentLanguage language)
    {
        var signed = Proof.Certificates.Certificate.Read(certificate);
        var reading = EvidenceReader.Read(evidence);
        CertificateFacts.Check(signed.Certificate);
        if (reading.Hash != signed.Certificate.EvidenceHash)
            throw new CertificateFormatException("$.evidenceHash", $"is {signed.Certificate.EvidenceHash}, the evidence to attach has {reading.Hash}; attach the evidence it was issued for.");

        var words = new Words(language);
        var issued = signed.Certificate.IssuedAt;
        return new(CertificateContent.Of(signed, reading.Document, ContentHash.Of(certificate.Span), words),
        [
            new(CertificateName, "application/json", certificate, issued, words["attachment.certificate"]),
            new(EvidenceName, "application/json", evidence, reading.Document.Carrier.EndedAt, words["attachment.evidence"]),
        ]);
    }
}
