using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;

namespace WaaS.Logistics.Station.Watching;

/// <summary>All bays of a station at one moment, and what is wiped outside of them.</summary>
internal sealed class StationView(string folder, StationFolder data, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, BayProbe> _probes = [];
    private readonly Dictionary<string, BayReport> _last = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<Bay>? _places;

    /// <exception cref="TargetRefusedException">The very first time: the file of bays cannot be relied on. Later it is told of each bay.</exception>
    public IReadOnlyList<BayReport> Look()
    {
        IReadOnlyList<RunState> runs = data.Runs.Read();
        List<BayReport> bays = [];
        HashSet<string> inBays = [];
        TargetRefusedException? wrong = ReadPlaces();
        foreach (Bay place in _places ?? throw wrong!)
        {
            if (wrong is not null)
            {
                bays.Add(BayJudge.Unreadable(place.Label, wrong, clock.GetUtcNow()));
                continue;
            }

            BaySight sight = ProbeOf(place.Path).See(device => !runs.Any(run => run.Device == device && run.Progress is { Phase: not (JobPhase.Overwriting or JobPhase.Verifying) }));
            if (sight.Content?.Device is { } device)
            {
                inBays.Add(device);
            }

            bays.Add(BayJudge.Of(place.Label, sight, runs, static run => run.Lives(), clock.GetUtcNow()));
        }

        foreach (RunState run in runs.Where(run => !inBays.Contains(run.Device) && (run.State == BayState.Working && run.Lives() || clock.GetUtcNow() - run.Since < Remembered)))
        {
            bays.Add(BayJudge.Of(Name(run.Device, bays), run, run.Lives()));
        }

        List<BayReport> settled = [.. bays.Select(KeepSince)];
        _last.Clear();
        settled.ForEach(bay => _last[bay.Bay] = bay);
        return settled;
    }

    /// <summary>Waits for the drives that were asked just now, as far as they answer.</summary>
    public async Task SettleAsync()
    {
        foreach (BayProbe probe in _probes.Values)
        {
            await probe.SettleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The one reader of what may be overwritten: a file it does not believe is not shown as if all were well.
    private TargetRefusedException? ReadPlaces()
    {
        try
        {
            _places = StationFolder.BaysOf(folder).Bays;
            return null;
        }
        catch (TargetRefusedException wrong)
        {
            return wrong;
        }
    }

    private BayProbe ProbeOf(string path) => _probes.TryGetValue(path, out BayProbe? probe) ? probe : _probes[path] = new BayProbe(path, clock);

    // What stays as it was is so since it became so.
    private BayReport KeepSince(BayReport bay) =>
        _last.TryGetValue(bay.Bay, out BayReport? before) && before.State == bay.State && before.Serial == bay.Serial && before.JobId == bay.JobId && before.Since < bay.Since
            ? bay with { Since = before.Since } : bay;

    private static string Name(string device, List<BayReport> taken)
    {
        const int Longest = 36;
        string name = Path.GetFileName(device), label = name.Length > Longest ? name[^Longest..] : name;
        for (int number = 2; taken.Any(bay => string.Equals(bay.Bay, label, StringComparison.OrdinalIgnoreCase)); number++)
        {
            label = $"{(name.Length > Longest ? name[^Longest..] : name)} {number}";
        }

        return label;
    }
}
