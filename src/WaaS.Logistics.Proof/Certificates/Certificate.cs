using System.Text.Json;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>Issues and verifies certificates.</summary>
public static class Certificate
{
    private static readonly Structure Structure = Structure.Embedded("certificate.schema.json");

    /// <summary>The published JSON schema (draft 2020-12) of the file.</summary>
    public static string Schema => Structure.Text;

    /// <summary>Signs a certificate; canonical JSON of the whole file.</summary>
    /// <exception cref="CertificateFormatException">It says something its evidence does not, or its evidence is no accepted success.</exception>
    public static byte[] Sign(CertificateDocument document, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            CertificateFacts.Check(document);
            var signed = new SignedCertificate
            {
                Certificate = document,
                Signature = new CertificateSignature { Algorithm = Signature.Algorithm, KeyId = key.KeyId, Value = key.Sign(SignedBytes(document)) },
            };
            var bytes = CanonicalJson.Serialize(signed, CertificateJson.Default.SignedCertificate);
            _ = Read(bytes);
            return bytes;
        }
        catch (CanonicalJsonException e)
        {
            throw new CertificateFormatException(e.Path, e.Problem, e);
        }
    }

    /// <summary>Reads a file without asking whether it is true; <see cref="Verify"/> asks.</summary>
    /// <exception cref="CertificateFormatException">The bytes are no certificate; names the place.</exception>
    public static SignedCertificate Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = CanonicalJson.Parse(bytes);
            _ = CanonicalJson.Canonicalize(json.RootElement);
            Structure.Check(json.RootElement);
            return JsonSerializer.Deserialize(json.RootElement, CertificateJson.Default.SignedCertificate)!;
        }
        catch (CanonicalJsonException e)
        {
            throw new CertificateFormatException(e.Path, e.Problem, e);
        }
        catch (StructureException e)
        {
            throw new CertificateFormatException(e.Path, $"{e.Problem} {e.Remedy}", e);
        }
        catch (JsonException e)
        {
            throw new CertificateFormatException(e.Path ?? "$", "cannot be read.", e);
        }
    }

    /// <summary>Is this certificate true? Never throws for what is in the bytes.</summary>
    /// <param name="bytes">The file; spacing and order of members do not matter.</param>
    /// <param name="trustedKeys">Public keys of the issuer, from another source than the file.</param>
    /// <param name="revocations">What was withdrawn.</param>
    public static CertificateVerdict Verify(ReadOnlyMemory<byte> bytes, IEnumerable<VerifyingKey> trustedKeys, IEnumerable<CertificateRevocation> revocations)
    {
        ArgumentNullException.ThrowIfNull(trustedKeys);
        ArgumentNullException.ThrowIfNull(revocations);
        try
        {
            var signed = Read(bytes);
            var (certificate, signature) = (signed.Certificate, signed.Signature);
            var key = trustedKeys.FirstOrDefault(k => k.KeyId == signature.KeyId);
            if (key is null) return Not(CertificateState.UnknownKey, $"It is signed with the key {signature.KeyId}, which is not among the trusted ones.");
            if (!key.Verifies(SignedBytes(certificate), signature.Value)) return Not(CertificateState.Broken, "The signature does not fit: the certificate was changed after it was issued.");

            CertificateFacts.Check(certificate);
            return revocations.FirstOrDefault(r => r.IsOf(certificate)) is { } revocation
                ? new CertificateVerdict { State = CertificateState.Revoked, Reason = revocation.Reason, Certificate = certificate, Revocation = revocation }
                : new CertificateVerdict { State = CertificateState.True, Reason = null, Certificate = certificate, Revocation = null };
        }
        catch (FormatException e)
        {
            return Not(CertificateState.Broken, e.Message);
        }
    }

    private static byte[] SignedBytes(CertificateDocument document) => CanonicalJson.Serialize(document, CertificateJson.Default.CertificateDocument);

    private static CertificateVerdict Not(CertificateState state, string reason) => new() { State = state, Reason = reason, Certificate = null, Revocation = null };
}
