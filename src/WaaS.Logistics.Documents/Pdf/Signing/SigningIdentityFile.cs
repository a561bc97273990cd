using System.Security.Cryptography.X509Certificates;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>Keeps the <see cref="SigningIdentity"/> in a folder of keys: one PEM file of certificate and PKCS#8 key, for its owner alone.</summary>
public static class SigningIdentityFile
{
    /// <summary>Name of the file in the folder.</summary>
    public const string FileName = "document-signing.pem";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Loads the identity, or makes one and keeps it before it signs anything.</summary>
    /// <param name="folder">The keys folder; made (mode 0700) when missing.</param>
    /// <param name="name">The issuer's name for a new identity; one that is there keeps its own.</param>
    /// <param name="clock">For the begin of a new certificate's validity.</param>
    public static SigningIdentity LoadOrCreate(string folder, string name, TimeProvider clock)
    {
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            using var made = SigningIdentity.Create(name, clock);
            try
            {
                Save(folder, made);
            }
            catch (IOException) when (File.Exists(Path.Combine(folder, FileName)))
            {
                // Another process was first, and may have signed with its key already.
            }
        }
        return Load(folder);
    }

    /// <summary>Writes the identity so that it is on the medium when this returns; never over one that is there.</summary>
    /// <exception cref="IOException">There is one already, or the system did not confirm that the file is on the medium.</exception>
    public static void Save(string folder, SigningIdentity identity)
    {
        if (!OperatingSystem.IsLinux())
            throw OnLinuxOnly();
        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        DurableFile.CreateNew(Path.Combine(folder, FileName), identity.ToPem(), OwnerOnly);
    }

    /// <summary>Loads the identity.</summary>
    /// <exception cref="IOException">There is none, or others than its owner can read it.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Key and certificate are damaged or do not belong together.</exception>
    public static SigningIdentity Load(string folder)
    {
        if (!OperatingSystem.IsLinux())
            throw OnLinuxOnly();
        var path = Path.Combine(folder, FileName);
        var beyond = File.GetUnixFileMode(path) & ~OwnerOnly;
        if (beyond != UnixFileMode.None)
            throw new IOException($"The key file {path} has the rights {beyond} too; set `chmod 600` and replace the key if others may have read it.");
        var pem = File.ReadAllText(path);
        return new(X509Certificate2.CreateFromPem(pem, pem));
    }

    private static PlatformNotSupportedException OnLinuxOnly() =>
        new("Signing keys are kept on Linux only, where their file can be closed to others.");
}
