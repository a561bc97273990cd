using System.Security.Cryptography;

namespace WaaS.Logistics.Proof.Signing;

/// <summary>The public half of a P-256 key pair. Safe to use from several threads.</summary>
public sealed class VerifyingKey : IEquatable<VerifyingKey>
{
    private const string CurveOid = "1.2.840.10045.3.1.7";
    private readonly byte[] subjectPublicKeyInfo;

    private VerifyingKey(byte[] subjectPublicKeyInfo)
    {
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
        KeyId = ContentHash.Of(subjectPublicKeyInfo);
    }

    /// <summary>SHA-256 of the key's SubjectPublicKeyInfo in DER.</summary>
    public ContentHash KeyId { get; }

    /// <summary>SubjectPublicKeyInfo in DER.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => subjectPublicKeyInfo;

    /// <summary>SubjectPublicKeyInfo as PEM, label <c>PUBLIC KEY</c>.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", subjectPublicKeyInfo) + "\n";

    /// <summary>Reads one PEM block <c>PUBLIC KEY</c> with a P-256 key, and nothing beside it.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static VerifyingKey FromPem(string pem) => FromSubjectPublicKeyInfo(PemText.Single(pem, "PUBLIC KEY"));

    /// <summary>Reads SubjectPublicKeyInfo in DER with a P-256 key.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static VerifyingKey FromSubjectPublicKeyInfo(ReadOnlySpan<byte> der)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(der, out var read);
            if (read != der.Length) throw new FormatException("The public key has bytes after its end.");
        }
        catch (CryptographicException e)
        {
            throw new FormatException("This is no public key (SubjectPublicKeyInfo).", e);
        }

        return Of(key);
    }

    /// <summary>Whether this key made the signature over exactly these bytes. False, never an error, for a signature that is no signature.</summary>
    /// <param name="content">The signed bytes.</param>
    /// <param name="signature">Base64url text of r and s.</param>
    public bool Verifies(ReadOnlySpan<byte> content, string? signature)
    {
        if (!Signature.TryParse(signature, out var bytes)) return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        return key.VerifyData(content, bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <inheritdoc/>
    public bool Equals(VerifyingKey? other) => other is not null && KeyId == other.KeyId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerifyingKey);

    /// <inheritdoc/>
    public override int GetHashCode() => KeyId.GetHashCode();

    /// <summary>Exports anew, so that one key has one id however it was encoded.</summary>
    internal static VerifyingKey Of(ECDsa key)
    {
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value != CurveOid)
            throw new FormatException("The key is not on the curve P-256; make one with `openssl ecparam -name prime256v1 -genkey`.");
        return new VerifyingKey(key.ExportSubjectPublicKeyInfo());
    }
}
