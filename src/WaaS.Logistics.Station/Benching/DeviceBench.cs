using System.Globalization;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Benching;

/// <summary>One device: this engine beside dd, shred and nwipe, round by round so that a change of the machine meets them all.</summary>
internal sealed class DeviceBench(Speaker speaker, Target target, RunOptions options, TimeProvider clock)
{
    public const double WriteAim = 0.95, VerifyAim = 0.80;
    private const string Write = "waas-write", Verify = "waas-verify", DdZero = "dd-zero", DdRead = "dd-read";
    private const int CountedSector = 512, PeerSeconds = 60;
    private readonly ThroughputTrial _trial = new(target, options, clock);
    private readonly Dictionary<string, List<double>> _speeds = [];
    private readonly List<long> _mediumBytes = [];

    public async Task<JsonObject> RunAsync(int rounds, CancellationToken cancellation)
    {
        long size = target.Identity.SizeBytes;
        Peer zero = Peer.DdZero(target.Path, size), read = Peer.DdRead(target.Path, size);
        List<Peer> slow = [.. new[] { Peer.Shred(target.Path), target.Identity.Kind == TargetKind.File ? null : Peer.Nwipe(target.Path) }.OfType<Peer>()];
        speaker.Tell("A first pass that does not count: memory behind the device is touched for the first time.");
        WriteOnce(cancellation);
        for (int round = 1; round <= rounds; round++)
        {
            bool even = round % 2 == 0;
            await PairAsync(even, () => AskAsync(zero, cancellation), () => Note(Write, WriteOnce(cancellation))).ConfigureAwait(false);
            if (even)
            {
                // The verification compares with what this engine wrote last.
                WriteOnce(cancellation);
            }

            await PairAsync(even, () => AskAsync(read, cancellation), () => Note(Verify, VerifyOnce(cancellation))).ConfigureAwait(false);
            foreach (Peer peer in slow.Where(HasTimeLeft))
            {
                await AskAsync(peer, cancellation).ConfigureAwait(false);
            }

            string speeds = string.Join(", ", _speeds.Select(tool => string.Create(CultureInfo.InvariantCulture, $"{tool.Key} {tool.Value[^1]:F0}")));
            speaker.Tell(string.Create(CultureInfo.InvariantCulture, $"round {round} of {rounds}, MB/s: {speeds}"));
        }

        return Json([zero, read, .. slow], rounds);
    }

    // nwipe can need minutes for what takes this engine a second; its figure does not become truer by that.
    private bool HasTimeLeft(Peer peer) =>
        !_speeds.TryGetValue(peer.Name, out List<double>? speeds)
        || speeds.Sum(speed => target.Identity.SizeBytes / 1e6 / speed) < PeerSeconds;

    private static async Task PairAsync(bool ownFirst, Func<Task> peer, Action own)
    {
        if (ownFirst)
        {
            own();
        }

        await peer().ConfigureAwait(false);
        if (!ownFirst)
        {
            own();
        }
    }

    private async Task AskAsync(Peer peer, CancellationToken cancellation)
    {
        target.RefuseIfUsed();
        target.RefuseIfChanged();
        Note(peer.Name, await peer.RunAsync(cancellation).ConfigureAwait(false));
    }

    private void Note(string tool, TimeSpan elapsed)
    {
        if (!_speeds.TryGetValue(tool, out List<double>? speeds))
        {
            _speeds[tool] = speeds = [];
        }

        speeds.Add(target.Identity.SizeBytes / 1e6 / Math.Max(elapsed.TotalSeconds, 1e-6));
    }

    private TimeSpan WriteOnce(CancellationToken cancellation) => Trials.Complete(target, _trial.Write(cancellation), cancellation).Elapsed;

    private TimeSpan VerifyOnce(CancellationToken cancellation)
    {
        VerifyResult verified = Trials.Complete(target, _trial.Verify(cancellation), cancellation);
        if (verified.MediumBytesRead is { } bytes)
        {
            _mediumBytes.Add(bytes);
        }

        return verified.Elapsed;
    }

    private JsonObject Json(IEnumerable<Peer> peers, int rounds)
    {
        long size = target.Identity.SizeBytes;
        double write = Ratio(Write, DdZero), verify = Ratio(Verify, DdRead);
        var tools = new JsonObject();
        foreach ((string name, List<double> speeds) in _speeds)
        {
            tools[name] = new JsonObject
            {
                ["rounds"] = speeds.Count,
                ["command"] = peers.FirstOrDefault(peer => peer.Name == name)?.Command,
                ["medianMegabytesPerSecond"] = Figures.Rounded(Figures.Median(speeds), 0),
                ["megabytesPerSecond"] = Figures.Array(speeds, 0),
            };
        }

        return new JsonObject
        {
            ["writeRatioToDdZero"] = Figures.Rounded(write),
            ["writeRatioAim"] = WriteAim,
            ["verifyRatioToDdRead"] = Figures.Rounded(verify),
            ["verifyRatioAim"] = VerifyAim,
            ["writeRatioToShred"] = _speeds.ContainsKey("shred") ? Figures.Rounded(Ratio(Write, "shred")) : null,
            ["writeRatioToNwipe"] = _speeds.ContainsKey("nwipe") ? Figures.Rounded(Ratio(Write, "nwipe")) : null,
            ["aimsReached"] = write >= WriteAim && verify >= VerifyAim,
            ["sectorsOfDevice"] = size / CountedSector,
            ["sectorsRead"] = _mediumBytes.Count == 0 ? null : _mediumBytes.Min() / CountedSector,
            ["readFromMedium"] = _mediumBytes.Count == 0 ? null : _mediumBytes.Count == rounds && _mediumBytes.Min() >= size,
            ["tools"] = tools,
        };
    }

    private double Ratio(string own, string peer) => Figures.Median(_speeds[own].Zip(_speeds[peer], (mine, theirs) => mine / theirs));
}
