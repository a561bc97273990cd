using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Benching;

/// <summary>Several slow devices at once: does the engine keep every one of them busy, and what does it cost?</summary>
internal sealed class ManyDevicesBench(Speaker speaker, IReadOnlyList<Target> targets, RunOptions options, TimeProvider clock)
{
    public const double ShareAim = 0.99, CoresAim = 0.35;
    private readonly long[] _unread = new long[targets.Count];
    private List<ThroughputTrial> _trials = [];

    private sealed record Measured(double Share, double Cores, double MegabytesPerSecond);

    public async Task<JsonObject> RunAsync(int rounds, int megabytesPerSecond, CancellationToken cancellation)
    {
        speaker.Tell("A first pass that does not count: memory behind the devices is touched for the first time.");
        _trials = [.. targets.Select(target => new ThroughputTrial(target, options, clock))];
        await AtOnceAsync(WriteOnce, megabytesPerSecond, cancellation).ConfigureAwait(false);
        List<Measured> writes = [], verifies = [];
        using SlowDevices? slow = SlowDevices.TryHold(targets, megabytesPerSecond * 1_000_000L);
        if (slow is null)
        {
            speaker.Tell("This machine does not let the bench hold devices at a speed (blkio cgroup version 1, root): the engine holds itself back instead.");
            _trials = [.. targets.Select(target => new ThroughputTrial(target, options with { BytesPerSecond = megabytesPerSecond * 1_000_000L }, clock))];
        }

        for (int round = 1; round <= rounds; round++)
        {
            writes.Add(await AtOnceAsync(WriteOnce, megabytesPerSecond, cancellation).ConfigureAwait(false));
            verifies.Add(await AtOnceAsync(VerifyOnce, megabytesPerSecond, cancellation).ConfigureAwait(false));
            speaker.Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round} of {rounds}: write {writes[^1].Share:P1} of the media at {writes[^1].Cores:F2} cores, verify {verifies[^1].Share:P1} at {verifies[^1].Cores:F2} cores"));
        }

        return Json(writes, verifies, megabytesPerSecond, slow is not null);
    }

    private async Task<Measured> AtOnceAsync(Action<int, CancellationToken> work, int megabytesPerSecond, CancellationToken cancellation)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, targets.Count).Select(at => Task.Factory.StartNew(
            () => work(at, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double cores = (Environment.CpuUsage.TotalTime - processor).TotalSeconds / seconds;
        // The medium's own time: the largest device at the speed it is held at.
        double speed = targets.Sum(target => target.Identity.SizeBytes) / 1e6 / seconds;
        return new Measured(targets.Max(target => target.Identity.SizeBytes) / 1e6 / megabytesPerSecond / seconds, cores, speed);
    }

    private void WriteOnce(int at, CancellationToken cancellation) =>
        Trials.Complete(targets[at], _trials[at].Write(cancellation), cancellation);

    private void VerifyOnce(int at, CancellationToken cancellation)
    {
        VerifyResult verified = Trials.Complete(targets[at], _trials[at].Verify(cancellation), cancellation);
        _unread[at] = Math.Max(_unread[at], targets[at].Identity.SizeBytes - (verified.MediumBytesRead ?? 0));
    }

    private JsonObject Json(List<Measured> writes, List<Measured> verifies, int megabytesPerSecond, bool held)
    {
        double share = Math.Min(Median(writes, one => one.Share), Median(verifies, one => one.Share));
        double cores = Math.Max(Median(writes, one => one.Cores), Median(verifies, one => one.Cores));
        return new JsonObject
        {
            ["throttledBy"] = held ? "kernel (blkio cgroup)" : "engine",
            ["throttleMegabytesPerSecond"] = megabytesPerSecond,
            ["shareOfMedium"] = Figures.Rounded(share),
            ["shareOfMediumAim"] = ShareAim,
            ["coresUsed"] = Figures.Rounded(cores),
            ["coresUsedAim"] = CoresAim,
            ["coresPerDevice"] = Figures.Rounded(cores / targets.Count),
            ["aimsReached"] = share >= ShareAim && cores <= CoresAim,
            ["readFromMedium"] = _unread.All(bytes => bytes <= 0),
            ["write"] = Side(writes),
            ["verify"] = Side(verifies),
        };
    }

    private static JsonObject Side(List<Measured> measured) => new()
    {
        ["shareOfMedium"] = Figures.Rounded(Median(measured, one => one.Share)),
        ["coresUsed"] = Figures.Rounded(Median(measured, one => one.Cores)),
        ["megabytesPerSecond"] = Figures.Array(measured.Select(one => one.MegabytesPerSecond), 0),
    };

    private static double Median(List<Measured> measured, Func<Measured, double> figure) => Figures.Median(measured.Select(figure));
}
