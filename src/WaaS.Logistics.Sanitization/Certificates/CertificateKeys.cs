using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WaaS.Logistics.Documents.Pdf.Signing;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>The issuer's one key, for files and for PDFs, in <c>DATA/keys</c>, which no backup holds. Made at the first certificate.</summary>
internal sealed class CertificateKeys(StorageOptions storage, Issuer issuer, TimeProvider clock) : IDisposable
{
    private readonly Lazy<(SigningIdentity, SigningKey)> _both = new(() => Load(storage, issuer, clock));

    public SigningIdentity Identity => _both.Value.Item1;

    public SigningKey Key => _both.Value.Item2;

    private static (SigningIdentity, SigningKey) Load(StorageOptions storage, Issuer issuer, TimeProvider clock)
    {
        var identity = SigningIdentityFile.LoadOrCreate(Path.Combine(storage.DataFolder, "keys"), issuer.Name, clock);
        using var key = identity.Certificate.GetECDsaPrivateKey() ?? throw new CryptographicException("The document signing key has no private half.");
        return (identity, SigningKey.FromPkcs8Pem(key.ExportPkcs8PrivateKeyPem()));
    }

    public void Dispose()
    {
        if (!_both.IsValueCreated)
            return;
        Identity.Dispose();
        Key.Dispose();
    }
}
