using System.Security.Cryptography;

namespace WaaS.Logistics.Proof.Signing;

/// <summary>A P-256 key pair that signs with ES256. Safe to use from several threads.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly Lock gate = new();
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        Public = VerifyingKey.Of(key);
    }

    /// <summary>The public half.</summary>
    public VerifyingKey Public { get; }

    /// <summary>Id of the pair: SHA-256 of the public half.</summary>
    public ContentHash KeyId => Public.KeyId;

    /// <summary>Makes a new pair.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads one PEM block <c>PRIVATE KEY</c> (PKCS#8, not encrypted) with a P-256 key, and nothing beside it.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static SigningKey FromPkcs8Pem(string pem)
    {
        var der = PemText.Single(pem, "PRIVATE KEY");
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(der, out var read);
            if (read != der.Length) throw new FormatException("The private key has bytes after its end.");
            return new SigningKey(key);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            key.Dispose();
            throw e as FormatException ?? new FormatException("This is no private key (PKCS#8).", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }

    /// <summary>The private half as PEM (PKCS#8, not encrypted). Keep it off logs and backups.</summary>
    public string ExportPkcs8Pem()
    {
        lock (gate) return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>Signs exactly these bytes; base64url text of r and s.</summary>
    public string Sign(ReadOnlySpan<byte> content)
    {
        lock (gate) return Signature.ToText(key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}
