namespace WaaS.Logistics.Erasure;

/// <summary>How a carrier is written and read. The defaults reached the limit of a two-core machine.</summary>
public sealed record RunOptions
{
    /// <summary>Threads per carrier: some make or compare the stream while requests of the others wait at the medium.</summary>
    public int Threads { get; init; } = 4;

    /// <summary>Bytes per request, a multiple of 4096; below 1 MiB a fifth and more of the speed is lost.</summary>
    public int BlockBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>A checkpoint is due when this much was written since the last one and <see cref="CheckpointEvery"/> has passed.</summary>
    public long CheckpointBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>See <see cref="CheckpointBytes"/>: the later of the two decides.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often progress is told.</summary>
    public TimeSpan ProgressEvery { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After so many bad sectors the carrier is given up.</summary>
    public int MaxFaults { get; init; } = 4096;

    /// <summary>Upper limit in bytes per second; 0 is none. For benches with a shared supply or bus.</summary>
    public long BytesPerSecond { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(BlockBytes, 4096);
        ArgumentOutOfRangeException.ThrowIfNotEqual(BlockBytes % 4096, 0);
    }
}
