namespace WaaS.Logistics.Platform.Photos;

/// <summary>Finds the codes in a photo that somebody sent. Whatever the photo holds, the answer comes in bounded time and the process that asks stays healthy.</summary>
public interface IReadPhotos
{
    Task<PhotoReading> Read(ReadOnlyMemory<byte> photo, CancellationToken cancel);
}

/// <param name="Text">As it is in the symbol, GS as U+001D.</param>
/// <param name="SymbologyIdentifier">ISO/IEC 15424, for example <c>]C1</c>.</param>
public sealed record PhotoCode(string Text, string SymbologyIdentifier);

/// <param name="Codes">What was found until it ended.</param>
/// <param name="Detail">English, for the log.</param>
public sealed record PhotoReading(IReadOnlyList<PhotoCode> Codes, PhotoReadingEnd End, string? Detail = null);

public enum PhotoReadingEnd
{
    /// <summary>The whole photo was looked at.</summary>
    Whole,

    /// <summary>The photo is cut off, damaged or too much; there may be more codes in it.</summary>
    Damaged,

    /// <summary>The time was up.</summary>
    TimedOut,

    /// <summary>The reader gave no answer: it crashed, or was stopped by its limits.</summary>
    Ended,
}
