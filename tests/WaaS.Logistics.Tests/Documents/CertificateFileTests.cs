using WaaS.Logistics.Documents.Certificate;
using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Pdf.Signing;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Tests.Proof.Certificates;
using WaaS.Logistics.Tests.Proof.Evidence;

namespace WaaS.Logistics.Tests.Documents;

public sealed class When_a_signed_certificate_is_printed : IDisposable
{
    private readonly SigningKey _issuer = SigningKey.Create();
    private readonly SigningKey _station = SigningKey.Create();
    private readonly byte[] _evidence = EvidenceWriter.Write(Acceptable.Document);
    private readonly byte[] _certificate;

    public When_a_signed_certificate_is_printed() =>
        _certificate = Certificate.Sign(SampleCertificate.For(Acceptable.Document, _station), _issuer);

    [Theory]
    [InlineData(DocumentLanguage.German, "Durchgeführt nach BSI IT-Grundschutz CON.6.", "Abbild eines Datenträgers (kein physischer Datenträger)", "Datenträger gelöscht, geprüft und freigegeben")]
    [InlineData(DocumentLanguage.English, "Carried out according to BSI IT-Grundschutz CON.6.", "image of a carrier (not a physical carrier)", "Data carrier sanitized, verified and accepted")]
    public void It_says_what_certificate_and_evidence_say(DocumentLanguage language, params string[] inItsLanguage)
    {
        var page = PopplerTool.JoinedText(CertificatePdf.Render(_certificate, _evidence, language));
        string[] recorded =
        [
            "WL-2026-000017", "WaaS Logistics GmbH", "Lagerstraße 1", "10115 Berlin", "Muster & Söhne KG", "K-4711", "C-2023-08", "RO-2026-00042",
            "ThinkPad T14", "PF2ABCDE", "S4EVNX0M123456", "disk image", "random-1-verify-full", "overwrite-random", "aes-128-ctr", "waas-station 0.1.0",
            "Bench 1", "op-7", "vera", "standard", "https://example.org/verify/WL-2026-000017", "CON.6.A12", _issuer.KeyId.ToString(),
            _station.KeyId.ToString(), "UTC+01:00", "cmp <(openssl enc -aes-128-ctr -K 00 -iv 0 -in /dev/zero) CARRIER",
        ];

        Assert.All(recorded.Concat(inItsLanguage), text => Assert.Contains(PopplerTool.Joined(text), page));
    }

    [Fact]
    public void What_nobody_recorded_stays_not_recorded()
    {
        var input = CertificateFile.Read(_certificate, _evidence, DocumentLanguage.German).Input;

        Assert.Null(input.PreState.ReallocatedSectors);
        Assert.Equal(HiddenArea.Unknown, input.PreState.Hpa);
        Assert.Equal(SanitizationLevel.Unknown, input.Sanitization.AchievedLevel);
        Assert.Null(input.People.Releaser!.Name);
        Assert.Null(input.Carrier.CapacityNativeBytes);
    }

    [Fact]
    public void The_signed_certificate_and_the_evidence_come_out_of_the_pdf_and_still_verify()
    {
        using var identity = SigningIdentity.CreateFor("WaaS Logistics GmbH", _issuer.ExportPkcs8Pem(), TimeProvider.System);
        var pdf = PdfSigner.Sign(CertificatePdf.Render(_certificate, _evidence, DocumentLanguage.German), identity, PdfSamples.Details);
        var files = EmbeddedFiles.Read(pdf);

        Assert.Equal(CertificateState.True, Certificate.Verify(files[CertificateFile.CertificateName], [_issuer.Public], []).State);
        Assert.Equal(_evidence, files[CertificateFile.EvidenceName]);
        Assert.Equal(PdfSignatureState.Intact, PdfSignature.Check(pdf).State);
        // One key id stands for both signatures.
        Assert.Equal(_issuer.KeyId.ToString(), SigningIdentity.KeyIdOf(PdfSignature.Check(pdf).Certificate!));
        Assert.Contains("Signature is Valid.", PopplerTool.Signatures(pdf));
    }

    [Fact]
    public void Facts_of_others_can_be_added_before_printing()
    {
        var file = CertificateFile.Read(_certificate, _evidence, DocumentLanguage.English);
        var input = file.Input with
        {
            Order = file.Input.Order with { ProtectionNeed = ProtectionNeed.High },
            Sanitization = file.Input.Sanitization with { RequiredLevel = SanitizationLevel.Clear, AchievedLevel = SanitizationLevel.Clear },
        };
        var page = PopplerTool.Text(CertificatePdf.Render(input, DocumentLanguage.English, file.Attachments));

        Assert.Contains("Required level: Clear · achieved level: Clear · verification: passed", page);
    }

    [Fact]
    public void Evidence_it_was_not_issued_for_is_refused()
    {
        var other = EvidenceWriter.Write(Acceptable.Document with { DocumentId = Guid.NewGuid() });

        Assert.Throws<CertificateFormatException>(() => CertificatePdf.Render(_certificate, other, DocumentLanguage.German));
        Assert.Throws<CertificateFormatException>(() => CertificatePdf.Render(_evidence, _evidence, DocumentLanguage.German));
        Assert.Throws<EvidenceFormatException>(() => CertificatePdf.Render(_certificate, _certificate, DocumentLanguage.German));
    }

    public void Dispose()
    {
        _issuer.Dispose();
        _station.Dispose();
    }
}
