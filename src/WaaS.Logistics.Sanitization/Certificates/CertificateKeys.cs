using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>The issuer's signing key, in <c>DATA/keys</c>, which no backup holds. Made at the first certificate.</summary>
internal sealed class CertificateKeys(StorageOptions storage)
{
    private readonly Lazy<SigningKey> _key = new(() => Load(storage));

    public SigningKey Key => _key.Value;

    private static SigningKey Load(StorageOptions storage)
    {
        var folder = Path.Combine(storage.DataFolder, "keys");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return KeyFile.ReadOrCreate(Path.Combine(folder, "certificate-signing.pem"));
    }
}
