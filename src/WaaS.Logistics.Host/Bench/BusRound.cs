using WaaS.Logistics.Platform.Data.Embedded;

namespace WaaS.Logistics.Host.Bench;

internal sealed record BusRound
{
    public required int Messages { get; init; }
    public required TimeSpan Elapsed { get; init; }
    public required TimeSpan UserCpu { get; init; }
    public required TimeSpan KernelCpu { get; init; }
    public required long AllocatedBytes { get; init; }

    /// <summary>From before the first save to the end of the second hop on disk, in milliseconds, shortest first.</summary>
    public required double[] Latencies { get; init; }

    public required IReadOnlyList<BusStage> Stages { get; init; }

    /// <summary>Only where there is a single writer.</summary>
    public required WriterCounts? Writer { get; init; }

    public double MessagesPerSecond => Messages / Elapsed.TotalSeconds;
}

/// <summary>A part of a journey, in milliseconds.</summary>
internal sealed record BusStage(string Name, double Mean, double P99);

/// <summary>What the one writer of the embedded database did.</summary>
internal readonly record struct WriterCounts(long Commits, long Writes, TimeSpan Running, TimeSpan Committing)
{
    public static WriterCounts Of(SqliteWriter writer)
    {
        var (commits, writes) = writer.Counts;
        var (running, committing) = writer.Spent;
        return new(commits, writes, running, committing);
    }

    public static WriterCounts operator -(WriterCounts after, WriterCounts before) =>
        new(after.Commits - before.Commits, after.Writes - before.Writes, after.Running - before.Running, after.Committing - before.Committing);
}

internal static class Percentile
{
    /// <param name="sorted">Shortest first; not empty.</param>
    public static double Of(double[] sorted, int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
}
