using System.Globalization;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>
/// The arithmetic of a look at samples: how many places an order asks of a carrier, and what it says that they are clean. One for those who look, who tell of it, and
/// who judge. Places are drawn by a seed, each once; the first and the last block of the carrier are always among them.
/// </summary>
public static class SampleCounts
{
    /// <summary>Confidence of every bound told, as a share.</summary>
    public const double Confidence = 0.999;

    /// <summary>Letters of a seed: 16 bytes in lowercase hexadecimal.</summary>
    public const int SeedLetters = 32;

    // The first and the last block may have been drawn, or come on top.
    private const int Ends = 2;

    /// <summary>Places to be drawn; null where the order asks for no sample of this carrier.</summary>
    /// <param name="required">The order: a number of samples, or a share of the carrier.</param>
    /// <param name="sizeBytes">Size of the carrier.</param>
    /// <param name="blockBytes">Bytes looked at in one place.</param>
    public static long? Ordered(RequiredVerification required, long sizeBytes, int blockBytes)
    {
        ArgumentNullException.ThrowIfNull(required);
        if (blockBytes < 1 || sizeBytes < blockBytes) return null;
        return required switch
        {
            { Type: VerificationType.Sampled, Samples: > 0 and var count } => count,
            { Type: VerificationType.Sampled, Samples: null, Percent: > 0 and <= 100 and var percent } => (long)Math.Ceiling(percent / 100 * sizeBytes / blockBytes),
            _ => null,
        };
    }

    /// <summary>Whether drawing so many places can give so many to look at: those drawn, the two ends, and never more than there are.</summary>
    public static bool IsOfPlan(long samples, long ordered, long sizeBytes, int blockBytes)
    {
        if (blockBytes < 1 || ordered < 1) return false;
        var blocks = sizeBytes / blockBytes;
        // Where the carrier ends inside a block, its last place is none of the whole ones.
        var places = blocks + (sizeBytes % blockBytes == 0 ? 0 : 1);
        return samples > 0 && samples >= Math.Min(ordered, blocks) && samples <= (ordered >= blocks ? places : Math.Min(ordered + Ends, places));
    }

    /// <summary>Bytes that so many places are: as many blocks, and never more than there is, for the last place of a carrier that ends inside a block lies over the one before it.</summary>
    public static Int128 Bytes(long samples, long sizeBytes, int blockBytes) => Int128.Min((Int128)samples * blockBytes, sizeBytes);

    /// <summary>
    /// No larger share of the carrier can have been left, at <see cref="Confidence"/>: 1-(1-c)^(1/n) where n random samples were clean, nothing where all was looked at
    /// and clean; all of it once something was found.
    /// </summary>
    /// <param name="samples">Places looked at; null when all was.</param>
    /// <param name="found">How much was found that should be gone.</param>
    public static double LeftAtMost(long? samples, long found) => (samples, found) switch
    {
        (_, not 0) or ( <= 0, _) => 1,
        (null, _) => 0,
        ({ } count, _) => 1 - Math.Pow(1 - Confidence, 1.0 / count),
    };

    /// <summary>Whether a told bound is the computed one; the last digits of a power differ from one machine to the next.</summary>
    public static bool IsBound(double told, long? samples, long found) => LeftAtMost(samples, found) is var bound && Math.Abs(told - bound) <= bound * 1e-9;

    /// <summary>Whether it is a seed by which the places can be drawn again.</summary>
    public static bool IsSeed(string? seed) => seed is { Length: SeedLetters } && seed.All(char.IsAsciiHexDigitLower) && UInt128.Parse(seed, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) != 0;
}
