using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>CMS over bytes that it does not contain (RFC 5652), with the signer's certificate bound in (RFC 5035).</summary>
internal static class DetachedCms
{
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private static ReadOnlySpan<byte> Version1 => [0x02, 0x01, 0x01];

    // SET { SEQUENCE { OID sha256 } }
    private static ReadOnlySpan<byte> DigestSha256 =>
        [0x31, 0x0D, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

    // SEQUENCE { OID pkcs7-data }
    private static ReadOnlySpan<byte> NoContent => [0x30, 0x0B, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];

    public static byte[] Sign(byte[] content, SigningIdentity identity)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, identity.Certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateBinding(identity.Certificate)));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>Whether the signed attributes name this very certificate, so that it cannot be exchanged for another with the same key.</summary>
    public static bool Binds(SignerInfo signer, X509Certificate2 certificate)
    {
        var attribute = signer.SignedAttributes.Cast<CryptographicAttributeObject>()
            .SingleOrDefault(a => a.Oid?.Value == SigningCertificateV2);
        return attribute is { Values: [var value] } && value.RawData.AsSpan().SequenceEqual(CertificateBinding(certificate));
    }

    /// <summary>
    /// Whether what no signature covers, the head of the CMS and the versions, is just as <see cref="Sign"/> writes it: then no byte of a
    /// signed file can change unseen.
    /// </summary>
    public static bool HasPlainHead(byte[] cms, SignerInfo signer)
    {
        var outer = new AsnReader(cms, AsnEncodingRules.DER).ReadSequence();
        if (outer.ReadObjectIdentifier() != SignedData)
            return false;
        var head = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        return head.ReadEncodedValue().Span.SequenceEqual(Version1)
            && head.ReadEncodedValue().Span.SequenceEqual(DigestSha256)
            && head.ReadEncodedValue().Span.SequenceEqual(NoContent)
            && signer.Version == 1;
    }

    // SigningCertificateV2 ::= { certs { ESSCertIDv2 { hash (SHA-256 by default), issuerSerial } } }
    private static byte[] CertificateBinding(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
        return writer.Encode();
    }
}
