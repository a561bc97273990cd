using WaaS.Logistics.Documents.Certificate;
using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Proof.Certificates;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Tests.Proof.Certificates;
using WaaS.Logistics.Tests.Proof.Evidence;

namespace WaaS.Logistics.Tests.Documents;

public sealed class When_a_drive_erased_itself_and_it_is_printed : IDisposable
{
    private readonly SigningKey _issuer = SigningKey.Create();
    private readonly SigningKey _station = SigningKey.Create();

    [Theory]
    [InlineData(DocumentLanguage.German, "Höchstens übrig (99,9 % Sicherheit)")]
    [InlineData(DocumentLanguage.English, "Left at most (99.9 % confidence)")]
    public void The_page_says_technique_command_states_levels_samples_and_bound(DocumentLanguage language, string bound)
    {
        var page = PopplerTool.JoinedText(Render(Acceptable.Marked, language));
        string[] recorded = ["purge-firmware", "ata-sanitize-block-erase", "8507200012000042720045006b40b400", "running", "completed", "Purge", "5eed", "b1c0", bound];
        Assert.All(recorded, text => Assert.Contains(PopplerTool.Joined(text), page));
        Assert.DoesNotContain(PopplerTool.Joined("overwrite-random"), page);
    }

    [Fact]
    public void Ordered_and_achieved_level_stand_beside_each_other()
    {
        var work = CertificateFile.Read(Signed(Acceptable.Erased), EvidenceWriter.Write(Acceptable.Erased), DocumentLanguage.English).Input.Sanitization;
        Assert.Equal((SanitizationLevel.Purge, SanitizationLevel.Purge), (work.RequiredLevel, work.AchievedLevel));
        Assert.Equal("ata-sanitize-block-erase", work.Technique);
        Assert.Equal("8507200012000042720045006b40b400", work.FirmwareCommand);
        // The stream must not be there any more: nobody is told to look for it.
        Assert.Null(Assert.Single(work.Passes).RecheckCommand);
    }

    [Fact]
    public void A_page_that_would_claim_more_than_was_achieved_is_never_made()
    {
        var less = Acceptable.WithStep(1, step => step with { Technique = "ata-security-erase" }, Acceptable.Erased);
        Assert.Throws<ArgumentException>(() => Render(less, DocumentLanguage.English));
    }

    public void Dispose()
    {
        _issuer.Dispose();
        _station.Dispose();
    }

    private byte[] Signed(EvidenceDocument evidence) => Certificate.Sign(SampleCertificate.For(evidence, _station), _issuer);

    private byte[] Render(EvidenceDocument evidence, DocumentLanguage language) => CertificatePdf.Render(Signed(evidence), EvidenceWriter.Write(evidence), language);
}
