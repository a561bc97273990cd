namespace WaaS.Logistics.Host.Bench;

/// <summary>What <c>waas bench bus --json</c> prints for one stack: the round with the median rate, and all rates beside it.</summary>
internal sealed record BusReport
{
    public required string Stack { get; init; }
    public required int Messages { get; init; }
    public required int InFlight { get; init; }
    public required double MessagesPerSecond { get; init; }

    /// <summary>Whole journeys of two hops.</summary>
    public required double JourneysPerSecond { get; init; }

    public required IReadOnlyList<double> Rounds { get; init; }
    public required double P50Ms { get; init; }
    public required double P99Ms { get; init; }
    public required double CpuMicrosecondsPerMessage { get; init; }
    public required double OfWhichKernel { get; init; }
    public required double AllocatedKilobytesPerMessage { get; init; }

    /// <summary>Means and p99 of the parts of a journey, in milliseconds.</summary>
    public required IReadOnlyList<BusStage> WhereTheTimeGoes { get; init; }

    public required WriterShare? Writer { get; init; }

    public required bool Exact { get; init; }

    public static BusReport Of(string stack, IReadOnlyList<BusRound> rounds, int inFlight, bool exact)
    {
        var median = rounds.OrderBy(round => round.MessagesPerSecond).ElementAt(rounds.Count / 2);
        var cpu = median.UserCpu + median.KernelCpu;
        return new BusReport
        {
            Stack = stack,
            Messages = median.Messages,
            InFlight = inFlight,
            MessagesPerSecond = Math.Round(median.MessagesPerSecond),
            JourneysPerSecond = Math.Round(median.MessagesPerSecond / BusBench.HopsPerJourney),
            Rounds = [.. rounds.Select(round => Math.Round(round.MessagesPerSecond))],
            P50Ms = Math.Round(Percentile.Of(median.Latencies, 50), 1),
            P99Ms = Math.Round(Percentile.Of(median.Latencies, 99), 1),
            CpuMicrosecondsPerMessage = Math.Round(cpu.TotalMicroseconds / median.Messages),
            OfWhichKernel = Math.Round(median.KernelCpu / cpu, 2),
            AllocatedKilobytesPerMessage = Math.Round(median.AllocatedBytes / 1024.0 / median.Messages, 1),
            WhereTheTimeGoes = [.. median.Stages.Select(stage => new BusStage(stage.Name, Math.Round(stage.Mean, 1), Math.Round(stage.P99, 1)))],
            Writer = median.Writer is { } writer ? WriterShare.Of(writer, median.Elapsed) : null,
            Exact = exact,
        };
    }
}

/// <summary>The one writer's time, as shares of the round: running writes, waiting for the disk at a commit, and idle.</summary>
internal sealed record WriterShare(double Running, double Committing, double Idle, double CommitsPerSecond, double WritesPerCommit, double MillisecondsPerCommit)
{
    public static WriterShare Of(WriterCounts writer, TimeSpan elapsed)
    {
        var (running, committing) = (writer.Running / elapsed, writer.Committing / elapsed);
        var commits = Math.Max(1, writer.Commits);
        return new(
            Math.Round(running, 2), Math.Round(committing, 2), Math.Round(Math.Max(0, 1 - running - committing), 2),
            Math.Round(writer.Commits / elapsed.TotalSeconds), Math.Round((double)writer.Writes / commits, 1), Math.Round(writer.Committing.TotalMilliseconds / commits, 2));
    }
}
