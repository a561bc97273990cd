using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WaaS.Logistics.Platform.Security;

/// <summary>Random links and codes, and what is kept of them.</summary>
internal static class Secrets
{
    /// <summary>256 random bits, fit for an address.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>For secrets that are random enough already; PINs and passwords are stretched by the password hasher instead.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Matches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}
