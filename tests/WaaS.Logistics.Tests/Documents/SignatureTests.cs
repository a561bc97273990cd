using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Pdf.Format;
using WaaS.Logistics.Documents.Pdf.Signing;

namespace WaaS.Logistics.Tests.Documents;

public sealed class SignedPdf : IDisposable
{
    internal SigningIdentity Identity { get; } = PdfSamples.Identity();

    internal byte[] Unsigned { get; } = PdfSamples.Unsigned;

    internal byte[] Signed { get; }

    public SignedPdf() => Signed = PdfSigner.Sign(Unsigned, Identity, PdfSamples.Details);

    public void Dispose() => Identity.Dispose();
}

public class When_a_pdf_is_signed(SignedPdf pdf) : IClassFixture<SignedPdf>
{
    [Fact]
    public void A_foreign_program_finds_the_signature_valid_and_over_the_whole_file()
    {
        var found = PopplerTool.Signatures(pdf.Signed);

        Assert.Contains("Signature Validation: Signature is Valid.", found);
        Assert.Contains("Total document signed", found);
        Assert.Contains("ETSI.CAdES.detached", found);
        Assert.Contains("Prüf & Söhne GmbH", found);
        Assert.Contains("SHA-256", found);
        // Nobody vouches for a self-signed certificate, but it is not a damaged one.
        Assert.Contains("Certificate issuer is unknown", found);
    }

    [Fact]
    public void It_is_intact_by_our_own_check_and_names_the_key()
    {
        var check = PdfSignature.Check(pdf.Signed);

        Assert.Equal((PdfSignatureState.Intact, null), (check.State, check.Problem));
        Assert.Equal(pdf.Identity.KeyId, SigningIdentity.KeyIdOf(check.Certificate!));
        Assert.Equal(PdfSamples.Moment, check.SignedAt);
    }

    [Fact]
    public void What_was_there_before_stays_byte_for_byte() =>
        Assert.True(pdf.Signed.AsSpan().StartsWith(pdf.Unsigned));

    [Fact]
    public void The_attachments_still_come_out() =>
        Assert.Equal(PdfSamples.Evidence.Content.ToArray(), EmbeddedFiles.Read(pdf.Signed)["evidence.json"]);

    [Fact]
    public void A_second_signature_is_refused() =>
        Assert.Throws<PdfFormatException>(() => PdfSigner.Sign(pdf.Signed, pdf.Identity, PdfSamples.Details));
}

public class When_a_signed_pdf_is_changed(SignedPdf pdf) : IClassFixture<SignedPdf>
{
    [Fact]
    public void Any_single_bit_makes_it_invalid()
    {
        // Closely through the signature's own update, with gaps through what it covers before.
        for (var at = 0; at < pdf.Signed.Length; at += at < pdf.Unsigned.Length ? 97 : 3)
            Assert.NotEqual(PdfSignatureState.Intact, PdfSignature.Check(Flipped(at, 1 << (at % 8))).State);
    }

    [Fact]
    public void A_foreign_program_sees_a_changed_byte()
    {
        // Inside the drawing of the page, the embedded evidence, the fonts and the signature's own dictionary.
        foreach (var at in new[] { 40, 400, pdf.Unsigned.Length / 2, pdf.Unsigned.Length - 1200, pdf.Signed.AsSpan().IndexOf("/Reason"u8) + 12 })
            Assert.DoesNotContain("Signature is Valid.", PopplerTool.Signatures(Flipped(at, 2)));
    }

    [Fact]
    public void Anything_appended_makes_it_invalid()
    {
        byte[] longer = [.. pdf.Signed, .. "\n"u8];
        Assert.Equal(PdfSignatureState.Invalid, PdfSignature.Check(longer).State);

        var file = PdfFile.Parse(pdf.Signed);
        var update = new PdfUpdate(file);
        update.Add("(another page)");
        Assert.Equal(PdfSignatureState.Invalid, PdfSignature.Check(update.Build().Bytes).State);
    }

    [Fact]
    public void Without_the_signature_it_counts_as_unsigned_never_as_intact() =>
        Assert.Equal(PdfSignatureState.Unsigned, PdfSignature.Check(pdf.Unsigned).State);

    private byte[] Flipped(int at, int bits)
    {
        var changed = pdf.Signed.ToArray();
        changed[at] ^= (byte)bits;
        return changed;
    }
}

public class When_a_signature_is_made_with_another_certificate_for_the_same_key(SignedPdf pdf) : IClassFixture<SignedPdf>
{
    [Fact]
    public void The_certificate_put_in_its_place_is_seen()
    {
        using var key = pdf.Identity.Certificate.GetECDsaPrivateKey()!;
        using var other = SigningIdentity.CreateFor("Somebody else", key.ExportPkcs8PrivateKeyPem(), TimeProvider.System);
        var message = new System.Security.Cryptography.Pkcs.SignedCms();
        message.Decode(DetachedCms.Sign([1, 2, 3], pdf.Identity));

        Assert.True(DetachedCms.Binds(message.SignerInfos[0], pdf.Identity.Certificate));
        Assert.False(DetachedCms.Binds(message.SignerInfos[0], other.Certificate));
        Assert.Equal(pdf.Identity.KeyId, other.KeyId);
    }
}

public class When_a_signing_identity_is_kept
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"keys-{Guid.NewGuid():N}");

    [Fact]
    public void The_next_start_signs_with_the_same_key()
    {
        using var first = SigningIdentityFile.LoadOrCreate(_folder, "Prüf & Söhne GmbH", TimeProvider.System);
        using var second = SigningIdentityFile.LoadOrCreate(_folder, "Another name", TimeProvider.System);

        Assert.Equal((first.KeyId, "Prüf & Söhne GmbH"), (second.KeyId, second.Name));
        Assert.Equal(PdfSignatureState.Intact, PdfSignature.Check(PdfSigner.Sign(PdfSamples.Unsigned, second, PdfSamples.Details)).State);
    }

    [Fact]
    public void Only_its_owner_can_read_it()
    {
        using var identity = SigningIdentityFile.LoadOrCreate(_folder, "WaaS", TimeProvider.System);
        var file = Assert.Single(Directory.GetFiles(_folder));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<IOException>(() => SigningIdentityFile.Load(_folder)).Message);
    }

    [Fact]
    public void It_is_never_written_over()
    {
        using var identity = SigningIdentityFile.LoadOrCreate(_folder, "WaaS", TimeProvider.System);
        using var other = PdfSamples.Identity();

        Assert.Throws<IOException>(() => SigningIdentityFile.Save(_folder, other));
        using var kept = SigningIdentityFile.Load(_folder);
        Assert.Equal(identity.KeyId, kept.KeyId);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_damaged_file_is_an_error_and_not_a_new_key()
    {
        SigningIdentityFile.LoadOrCreate(_folder, "WaaS", TimeProvider.System).Dispose();
        var file = Path.Combine(_folder, SigningIdentityFile.FileName);
        File.WriteAllText(file, File.ReadAllText(file)[..200]);

        Assert.ThrowsAny<CryptographicException>(() => SigningIdentityFile.LoadOrCreate(_folder, "WaaS", TimeProvider.System));
    }

    [Fact]
    public void Its_certificate_is_for_signing_documents_and_nothing_else()
    {
        using var identity = PdfSamples.Identity();
        var usage = Assert.Single(identity.Certificate.Extensions.OfType<X509KeyUsageExtension>());
        var authority = Assert.Single(identity.Certificate.Extensions.OfType<X509BasicConstraintsExtension>());

        Assert.Equal(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, usage.KeyUsages);
        Assert.False(authority.CertificateAuthority);
        Assert.True(identity.Certificate.NotAfter > TimeProvider.System.GetLocalNow().AddYears(19).DateTime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("An issuer whose name is longer than the sixty-four characters of X.520")]
    public void A_name_that_no_certificate_can_hold_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => SigningIdentity.Create(name, TimeProvider.System));
}
