using System.Security.Cryptography;
using System.Text;

namespace WaaS.Logistics.Proof.Signing;

/// <summary>A shared secret on disk: 32 random bytes as 64 lowercase hexadecimal digits, readable by its owner alone, on the medium before anything is made of it.</summary>
public static class SecretFile
{
    /// <summary>Bytes of a secret.</summary>
    public const int Size = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the secret, or makes and writes one when there is no file. Its folder is made (mode 0700) when missing.</summary>
    /// <exception cref="IOException">Others may read it, or the system did not confirm that it is on the medium.</exception>
    /// <exception cref="FormatException">The file holds anything else.</exception>
    public static byte[] ReadOrCreate(string path)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("Secrets are kept on Linux only, where their file can be closed to others.");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!, OwnerOnly | UnixFileMode.UserExecute);
            try
            {
                DurableFile.CreateNew(path, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Size))), OwnerOnly);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was first: its secret is the one on disk.
            }
        }

        var others = File.GetUnixFileMode(path) & ~OwnerOnly;
        if (others != UnixFileMode.None) throw new IOException($"The secret {path} is open to others ({others}); run `chmod 600 {path}`, and replace it if it may have been read.");
        var secret = File.ReadAllText(path).TrimEnd('\n');
        return ContentHash.TryParse(secret, out _)
            ? Convert.FromHexString(secret)
            : throw new FormatException($"The file {path} is no secret: it holds 64 lowercase hexadecimal digits and nothing else.");
    }
}
