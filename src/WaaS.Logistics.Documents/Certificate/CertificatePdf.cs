using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Certificate.Sections;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Certificate;

/// <summary>The sanitization certificate of one carrier as a PDF. Sign the result with <see cref="Pdf.Signing.PdfSigner"/>.</summary>
public static class CertificatePdf
{
    /// <summary>Draws a signed certificate and attaches it and its evidence.</summary>
    /// <param name="certificate">Exact bytes of the signed certificate.</param>
    /// <param name="evidence">Exact bytes of the evidence it was issued for.</param>
    /// <param name="language">Language of the document's own words.</param>
    /// <exception cref="FormatException">One of the files is not what it should be, or they disagree.</exception>
    public static byte[] Render(ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> evidence, DocumentLanguage language)
    {
        var file = CertificateFile.Read(certificate, evidence, language);
        return Render(file.Input, language, file.Attachments);
    }

    /// <summary>Draws the certificate and attaches the files it was made from. The same input makes the same bytes.</summary>
    /// <param name="input">What it says.</param>
    /// <param name="language">Language of its own words.</param>
    /// <param name="attachments">Evidence and certificate data, unchanged.</param>
    /// <exception cref="ArgumentException">The input calls a carrier accepted although its own facts say otherwise.</exception>
    public static byte[] Render(CertificatePdfInput input, DocumentLanguage language, IReadOnlyList<EmbeddedFile> attachments)
    {
        Contradictions.Refuse(input);
        var words = new Words(language);
        var title = words["certificate.title"];
        var flow = new PageFlow(new(
            title,
            words.Format("certificate.number", input.Identity.Number, input.Identity.Version),
            input.Issuer.Name,
            input.Identity.IssuedAt,
            words["pageOf"],
            words.Language));

        var issuer = (input.Issuer.Address ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Opening.Draw(flow, title, words.Format("certificate.subtitle", input.Identity.Number, input.Identity.Version), [input.Issuer.Name, .. issuer]);
        Headline.Draw(flow, input, words);
        Formalities.Draw(flow, input, words);
        Subject.Draw(flow, input, words);
        Work.Draw(flow, input.Sanitization, words);
        Findings.Draw(flow, input, words);
        Closing.Draw(flow, input, attachments, words);
        return flow.ToPdf(attachments);
    }
}
