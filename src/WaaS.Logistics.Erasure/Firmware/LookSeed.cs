using System.Security.Cryptography;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// The seed of a look at samples, of two halves: one of somebody else's, given when the end of the erase had been told, and one of this side's, whose hash was told before. So no seed was there
/// to be known before the erase, and nobody chose it afterwards.
/// </summary>
/// <param name="Nonce">The other side's half.</param>
/// <param name="HalfHex">This side's.</param>
public sealed record LookSeed(SeedNonce Nonce, string HalfHex)
{
    private const int NonceBytes = 32;

    /// <summary>What is told of this side's half before the other one is known: its SHA-256, hexadecimal.</summary>
    public static string Commitment(string halfHex) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(halfHex)));

    /// <summary>The first 16 bytes of the SHA-256 over the other half followed by this one; see <see cref="SamplePlan"/>.</summary>
    public byte[] Bytes() => SHA256.HashData([.. Convert.FromHexString(Nonce.NonceHex), .. Convert.FromHexString(HalfHex)])[..SamplePlan.SeedBytes];

    /// <summary>Null unless both are there and are what they must be.</summary>
    public static LookSeed? Of(SeedNonce? nonce, string? halfHex) =>
        nonce is { NonceHex.Length: 2 * NonceBytes } && nonce.NonceHex.All(char.IsAsciiHexDigitLower) && halfHex is not null ? new LookSeed(nonce, halfHex) : null;
}
