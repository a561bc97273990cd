using System.Security.Cryptography;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>
/// Of what the seed of a sample was made: a half of the server's, given for the signed step that tells the end of the erase and for no other, and a half of the station's,
/// whose hash that very step carries. Before the erase had ended nobody could know the places; afterwards neither side could choose them.
/// </summary>
public sealed record SeedHalves
{
    /// <summary>Letters of <see cref="ServerNonce"/>: 32 bytes in lowercase hexadecimal.</summary>
    public const int NonceLetters = 64;

    /// <summary>Name of <see cref="Commitment"/> among the facts of the step that tells the end of the erase.</summary>
    public const string CommitmentFact = "seedCommitment";

    /// <summary>The server's half.</summary>
    public required string ServerNonce { get; init; }

    /// <summary>The station's half: 16 bytes in lowercase hexadecimal.</summary>
    public required string StationHalf { get; init; }

    /// <summary>Hash of the step record the server's half was given for.</summary>
    public required ContentHash EraseEnded { get; init; }

    /// <summary>What the station binds itself to before it hears the server's half: SHA-256 of its own; null where that is none.</summary>
    public ContentHash? Commitment() => SampleCounts.IsSeed(StationHalf) ? ContentHash.Of(Convert.FromHexString(StationHalf)) : null;

    /// <summary>The seed they give, see <see cref="SamplePlaces"/>: the first 16 bytes of the SHA-256 over the server's half followed by the station's; null where one is none.</summary>
    public string? Seed() => IsNonce(ServerNonce) && SampleCounts.IsSeed(StationHalf)
        ? Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(ServerNonce + StationHalf)))[..SampleCounts.SeedLetters]
        : null;

    /// <summary>Whether it is a server's half.</summary>
    public static bool IsNonce(string? nonce) => nonce is { Length: NonceLetters } && nonce.All(char.IsAsciiHexDigitLower);
}
