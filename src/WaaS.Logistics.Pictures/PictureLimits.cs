namespace WaaS.Logistics.Pictures;

/// <summary>What one picture may cost. The defaults take every phone's photo.</summary>
public sealed record PictureLimits
{
    public static PictureLimits Default { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public int MaxBytes { get; init; } = 64 << 20;

    /// <summary>Width times height as the file's header says, before anything is unpacked.</summary>
    public long MaxPixels { get; init; } = 64_000_000;

    /// <summary>For opening the file, and again for unpacking the picture.</summary>
    public TimeSpan LoadTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For finding codes in it: a second where the machine has nothing else to do, and time enough where it has.</summary>
    public TimeSpan SearchTime { get; init; } = TimeSpan.FromSeconds(40);
}
