using System.Text.Json;
using WaaS.Logistics.Host.Demo.Input;
using WaaS.Logistics.Station;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>The wipe station: the real program, enrolled with a key of its own, carrier after carrier.</summary>
internal sealed class WipeBench(Stage stage)
{
    // So slow that what is stuck on a carrier is seen to be stuck, whatever machine this runs on.
    private const int StuckMegabytesPerSecond = 40;

    public async Task Enrol()
    {
        var code = (await stage.People.Supervisor.Post("/wipe/api/stations/codes", new { })).GetProperty("code").GetString()!;
        await Run(ExitCode.Done, "enroll", "--server", stage.Address.ToString(), "--code", code, "--name", "wipe bench 1", "--data", stage.StationFolder);
        stage.Narrator.Say("Wipe station 'wipe bench 1' is enrolled with its own key");
    }

    public async Task Wipe(Part part)
    {
        foreach (var carrier in stage.Input.CarriersOf(part.Serial))
        {
            stage.Narrator.Meanwhile($"Wiping {carrier.Serial} of {part.Serial}");
            if (part.End == End.WipeFailed)
                await Fail(carrier);
            else
                await Succeed(carrier);
        }
    }

    /// <summary>The station is asked to wipe what must not be wiped.</summary>
    public async Task MustNotWipe(Part part)
    {
        foreach (var carrier in stage.Input.CarriersOf(part.Serial))
        {
            var said = await Run(ExitCode.Refused, Arguments(carrier));
            if (!stage.Images.IsUntouched(carrier.Serial))
                throw new DemoFailedException($"Carrier {carrier.Serial} of {part.Serial} was written to, and must not be.");
            stage.Note("The wipe station", $"wipe {carrier.Serial} of {part.Serial}, which stands in quarantine", said.GetProperty("rule").GetString()!);
        }
    }

    private async Task Succeed(Carrier carrier)
    {
        var said = await Run(ExitCode.Done, Arguments(carrier));
        var passes = said.GetProperty("passes").GetInt32();
        var (before, now) = (stage.Images.Before(carrier.Serial), stage.Images.Now(carrier.Serial));
        if (now.Total != 0)
            throw new DemoFailedException($"Carrier {carrier.Serial} was reported as wiped, but holds {now}.");
        stage.Narrator.Say($"{carrier.Serial} of {carrier.Device}: {carrier.Mebibytes} MiB in {passes} pass{(passes == 1 ? "" : "es")}, all read back; on the raw image {before.Marks} marked pages before, no byte that can be told now");
    }

    private async Task Fail(Carrier carrier)
    {
        JsonElement said;
        await using (new StuckSectors(stage.Images[carrier.Serial].Path, ImageShelf.Mark(carrier.Serial)))
            said = await Run(ExitCode.NotProven, [.. Arguments(carrier), "--limit-mb", $"{StuckMegabytesPerSecond}"]);
        var now = stage.Images.Now(carrier.Serial);
        if (now.Marks == 0)
            throw new DemoFailedException($"Carrier {carrier.Serial} should have kept some sectors, and kept none.");
        stage.Narrator.Say($"{carrier.Serial} of {carrier.Device}: FAILED, {string.Join("; ", said.GetProperty("failures").EnumerateArray())}; {now.Marks} pages can still be read on it");
    }

    private string[] Arguments(Carrier carrier) =>
    [
        "wipe", "--image", stage.Images[carrier.Serial].Path, "--device", carrier.Device, "--serial", carrier.Serial, "--operator", stage.People.Operator.Badge, "--data", stage.StationFolder, "--quiet",
    ];

    private async Task<JsonElement> Run(ExitCode expected, params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        var code = await new StationProgram(output, errors, TimeProvider.System).RunAsync([.. arguments, "--json"], stage.Cancel);
        stage.Cancel.ThrowIfCancellationRequested();
        return code == expected
            ? JsonSerializer.Deserialize<JsonElement>(output.ToString().Trim().Split('\n')[^1])
            : throw new DemoFailedException($"waas-station {arguments[0]} ended with {code}, not with {expected}: {output} {errors}");
    }
}
