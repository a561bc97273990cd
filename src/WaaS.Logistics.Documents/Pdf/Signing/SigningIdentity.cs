using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>
/// The key that signs documents, and the certificate that says whose it is. Self-signed: it proves that the holder of this key signed,
/// and who relies on it compares <see cref="KeyId"/> with the one the issuer has published elsewhere.
/// </summary>
public sealed class SigningIdentity : IDisposable
{
    private const string CurveOid = "1.2.840.10045.3.1.7";
    private const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    // Readers built on NSS judge by this purpose, and call a certificate without it damaged.
    private const string MailProtection = "1.3.6.1.5.5.7.3.4";
    private const int ValidYears = 20;
    private const int LongestName = 64;

    internal SigningIdentity(X509Certificate2 certificate)
    {
        Certificate = certificate;
        Name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        KeyId = KeyIdOf(certificate);
    }

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The issuer, as the certificate's subject names it.</summary>
    public string Name { get; }

    /// <summary>SHA-256 over the public key (SubjectPublicKeyInfo in DER), lowercase hexadecimal.</summary>
    public string KeyId { get; }

    /// <summary>The id of a certificate's key, see <see cref="KeyId"/>.</summary>
    public static string KeyIdOf(X509Certificate2 certificate) =>
        Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>A new P-256 key with a certificate for signing documents, valid for 20 years.</summary>
    /// <param name="name">The issuer's name, 1 to 64 characters (X.520 common name).</param>
    /// <param name="clock">For the begin of the validity.</param>
    public static SigningIdentity Create(string name, TimeProvider clock)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Create(name, key, clock);
    }

    /// <summary>A certificate for a key that is there already, so that one key id stands for everything the issuer signs.</summary>
    /// <param name="name">The issuer's name, 1 to 64 characters (X.520 common name).</param>
    /// <param name="privateKeyPem">A P-256 key as PEM, PKCS#8, not encrypted.</param>
    /// <param name="clock">For the begin of the validity.</param>
    /// <exception cref="FormatException">The key is not on P-256.</exception>
    public static SigningIdentity CreateFor(string name, string privateKeyPem, TimeProvider clock)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(privateKeyPem);
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != CurveOid)
            throw new FormatException("The signing key is not on the curve P-256; make a new one.");
        return Create(name, key, clock);
    }

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();

    internal byte[] ToPem()
    {
        using var key = Certificate.GetECDsaPrivateKey()!;
        return System.Text.Encoding.ASCII.GetBytes($"{Certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    private static SigningIdentity Create(string name, ECDsa key, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
            throw new ArgumentException($"The issuer's name needs 1 to {LongestName} characters, '{name}' has {name?.Length ?? 0}.", nameof(name));
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(DocumentSigning), new Oid(MailProtection)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var start = clock.GetUtcNow();
        return new(request.CreateSelfSigned(start, start.AddYears(ValidYears)));
    }
}
