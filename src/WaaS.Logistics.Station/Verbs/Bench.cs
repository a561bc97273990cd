using System.Globalization;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.Benching;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Reporting;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Measures the engine on devices that pass every check of a wipe and may be destroyed.</summary>
internal sealed class Bench(Speaker speaker, TimeProvider clock, bool json)
{
    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        List<Target> targets = [];
        try
        {
            foreach (string device in arguments.Several("--device"))
            {
                targets.Add(Target.Open(device));
            }

            return await MeasureAsync(targets, arguments, cancellation).ConfigureAwait(false);
        }
        finally
        {
            targets.ForEach(target => target.Dispose());
        }
    }

    private async Task<ExitCode> MeasureAsync(List<Target> targets, Arguments arguments, CancellationToken cancellation)
    {
        foreach (Target target in targets)
        {
            speaker.Tell(string.Create(
                CultureInfo.InvariantCulture, $"ALL {target.Identity.SizeBytes:N0} bytes of {target.Path} ({Origin(target)}) are destroyed by this bench."));
        }

        if (!json && !arguments.Has("--destroy"))
        {
            throw new TargetRefusedException("bench.not-confirmed", "Nothing was written: add --destroy when the data named above may go.");
        }

        if (targets.Count > 1 && targets.Any(target => target.Identity.Kind == TargetKind.File))
        {
            throw arguments.Wrong("--device: several devices are held at a speed by the kernel, which an image file is not; attach it as a loop device");
        }

        int rounds = arguments.Number("--rounds", 7, 1, 1000);
        var options = new RunOptions();
        // Many slow devices wait for each other's processor time, not for requests: more than two threads each only cost switches.
        options = options with { Threads = arguments.Number("--threads", targets.Count > 1 ? 2 : options.Threads, 1, 64) };
        int throttle = arguments.Number("--throttle-mb", 250, 1, 100_000);
        JsonObject facts = Facts(targets, rounds, options);
        JsonObject measured = targets is [var one]
            ? await new DeviceBench(speaker, one, options, clock).RunAsync(rounds, cancellation).ConfigureAwait(false)
            : await new ManyDevicesBench(speaker, targets, options, clock).RunAsync(rounds, throttle, cancellation).ConfigureAwait(false);
        foreach ((string name, JsonNode? value) in measured)
        {
            facts[name] = value?.DeepClone();
        }

        facts["peakMemoryBytes"] = Figures.PeakMemory();
        targets.ForEach(target => target.RefuseIfChanged());
        return speaker.Result(ExitCode.Done, facts, () => Words(facts));
    }

    private static string Origin(Target target) =>
        target.Identity.Kind == TargetKind.Loop ? $"loop device on {target.ImagePath}" : "image file";

    private static JsonObject Facts(List<Target> targets, int rounds, RunOptions options) => new()
    {
        ["outcome"] = "done",
        ["tool"] = $"{Tool.Identity.Name} {Tool.Identity.Version}",
        ["machine"] = HostMachine.InOneLine(),
        ["processors"] = Environment.ProcessorCount,
        ["rounds"] = rounds,
        ["threads"] = options.Threads,
        ["blockBytes"] = options.BlockBytes,
        ["devices"] = new JsonArray([.. targets.Select(target => (JsonNode)new JsonObject
        {
            ["path"] = target.Path,
            ["kind"] = target.Identity.Kind.ToString().ToLowerInvariant(),
            ["sizeBytes"] = target.Identity.SizeBytes,
            ["sectorBytes"] = target.Identity.SectorBytes,
            ["image"] = target.ImagePath,
            ["backingIo"] = target.Observations.GetValueOrDefault("backingIo"),
        })]),
    };

    private static IEnumerable<string> Words(JsonObject facts) =>
        facts.Where(fact => fact.Value is not JsonObject and not JsonArray).Select(fact => $"{fact.Key,-28} {fact.Value}");
}
