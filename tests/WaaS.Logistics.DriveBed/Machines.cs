using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Tests.Erasure;
using WaaS.Logistics.Tests.Station;

namespace WaaS.Logistics.DriveBed;

/// <summary>A machine wipes a drive built into it, by the station's program, with a server or a stick that keeps its journal.</summary>
internal static class Machines
{
    private const byte EraseUnit = 0xF4;
    private static readonly EmulatedOrder Secured = new("bsi-gs", "ata-security-erase-enhanced", MediaType.Hdd, SanitizationLevel.Purge);

    public static async Task RunAsync(Bed bed)
    {
        // Always there beside the one that is meant.
        Disk bystander = (await bed.AddDiskAsync()).Used();
        string untouched = Faults.Sum(bystander.Path);
        await bed.TellAsync("own-drive", () => OwnAsync(bed));
        await bed.TellAsync("own-drives-of-one-order", () => SeveralAsync(bed));
        await bed.TellAsync("own-drive-is-warm", () => WarmAsync(bed));
        await bed.TellAsync("own-drive-of-another-order", () => StrangeAsync(bed));
        await bed.TellAsync("own-drive-is-removable", () => RemovableAsync(bed));
        await bed.TellAsync("own-drive-killed-with-a-stick", () => StickAsync(bed));
        await bed.TellAsync("stick-that-is-built-in", () => NoStickAsync(bed, bystander));
        await bed.TellAsync("own-drive-cut-off-in-a-security-erase", () => CutOffAsync(bed));
        bed.Tell("bystander", () => new JsonObject { ["untouched"] = untouched == Faults.Sum(bystander.Path) });
    }

    private static async Task<JsonNode> OwnAsync(Bed bed)
    {
        var one = new EmulatedOne(bed, EmulatedOrder.Overwriting);
        Disk disk = await one.Drive.AttachAsync();
        await using StationBench station = await one.OrderedAsync(disk);
        JsonNode said = await WipeAsync(station);
        said["serial"] = disk.Serial;
        one.Drive.Detach();
        return said;
    }

    /// <summary>An order with two drives of a machine that has a third.</summary>
    private static async Task<JsonNode> SeveralAsync(Bed bed)
    {
        Disk one = (await bed.AddDiskAsync()).Used(), two = (await bed.AddDiskAsync()).Used(), stranger = (await bed.AddDiskAsync()).Used();
        string first = Faults.Sum(one.Path), second = Faults.Sum(two.Path), third = Faults.Sum(stranger.Path);
        await using StationBench station = await Wipes.OrderedAsync(two.Serial);
        station.Server.OtherCarriers = [one.Serial];
        JsonNode said = await WipeAsync(station);
        said["bothUntouched"] = first == Faults.Sum(one.Path) && second == Faults.Sum(two.Path);
        JsonNode strange = await WipeAsync(station, "--device", stranger.Path), named = await WipeAsync(station, "--device", two.Path);
        (said["strange"], said["named"], said["drives"]) = (strange, named, new JsonArray(one.Path, one.Serial, two.Path, two.Serial));
        (said["otherUntouched"], said["strangerUntouched"], said["namedUntouched"]) = (first == Faults.Sum(one.Path), third == Faults.Sum(stranger.Path), second == Faults.Sum(two.Path));
        return said;
    }

    /// <summary>A drive that says how warm it is, wiped so slowly that it is asked meanwhile.</summary>
    private static async Task<JsonNode> WarmAsync(Bed bed)
    {
        var one = new EmulatedOne(bed, EmulatedOrder.Overwriting);
        one.Ata.Celsius = 41;
        Disk disk = await one.Drive.AttachAsync();
        await using StationBench station = await one.OrderedAsync(disk);
        JsonNode said = await WipeAsync(station, "--limit-mb", "1");
        said["beats"] = Beats(station);
        one.Drive.Detach();
        return said;
    }

    internal static JsonArray Beats(StationBench station) =>
        [.. station.Server.Beats.Select(beat => (JsonNode)new JsonObject { ["phase"] = beat.Phase.ToString(), ["temperature"] = beat.Temperature })];

    private static async Task<JsonNode> StrangeAsync(Bed bed)
    {
        Disk disk = (await bed.AddDiskAsync()).Used();
        string before = Faults.Sum(disk.Path);
        await using StationBench station = await Wipes.OrderedAsync("SOMEBODY-ELSES-1");
        JsonNode said = await WipeAsync(station);
        JsonNode named = await WipeAsync(station, "--device", disk.Path);
        (said["named"], said["untouched"]) = (named, before == Faults.Sum(disk.Path));
        return said;
    }

    private static async Task<JsonNode> RemovableAsync(Bed bed)
    {
        Disk stick = await RemovableDiskAsync(bed);
        string before = Faults.Sum(stick.Path);
        await using StationBench station = await Wipes.OrderedAsync(stick.Serial);
        JsonNode said = await WipeAsync(station);
        JsonNode named = await WipeAsync(station, "--device", stick.Path);
        (said["named"], said["untouched"]) = (named, before == Faults.Sum(stick.Path));
        return said;
    }

    /// <summary>Killed while it writes, and switched on again: nothing is left but the drive and the stick.</summary>
    private static async Task<JsonNode> StickAsync(Bed bed)
    {
        Disk disk = (await bed.AddDiskAsync()).Used(), stick = await RemovableDiskAsync(bed);
        Shell.Run("mke2fs", "-q", "-L", "WAAS-JOURNAL", stick.Path);
        await using StationBench station = await Wipes.OrderedAsync(disk.Serial);
        station.Server.KeepsNoJournal = true;
        Guid job = station.Server.Job!.JobId;
        string journal = $"/run/waas-journal/waas-journal/{StationBench.Device}/{job}.json";
        using (Process process = Start(bed, station, "--journal-at", stick.Path, "--limit-mb", "4", "--threads", "1"))
        {
            await StationBench.Until(() => process.HasExited || new WipeJournal(journal).Read() is { State: JournalState.Writing }, "the wipe did not begin");
            process.Kill();
            await process.WaitForExitAsync();
        }

        string mounted = File.ReadLines("/proc/mounts").Single(line => line.Contains("/run/waas-journal", StringComparison.Ordinal));
        Shell.Run("umount", "/run/waas-journal");
        JsonNode said = await WipeAsync(station, "--journal-at", stick.Path);
        EvidenceStep pass = station.Server.Evidence[0].Document.Carrier.Steps[0];
        (said["runs"], said["mounted"], said["journals"]) = (pass.Runs, mounted, station.Server.Journals.Count);
        said["recheck"] = Shell.Try("bash", "-c", pass.RecheckCommand!.Replace("CARRIER", disk.Path, StringComparison.Ordinal)).Code;
        said["leftMounted"] = File.ReadAllText("/proc/mounts").Contains("/run/waas-journal", StringComparison.Ordinal);
        return said;
    }

    private static async Task<JsonNode> NoStickAsync(Bed bed, Disk builtIn)
    {
        Disk disk = (await bed.AddDiskAsync()).Used();
        await using StationBench station = await Wipes.OrderedAsync(disk.Serial);
        return await WipeAsync(station, "--journal-at", builtIn.Path);
    }

    /// <summary>Power is cut to machine and drive in the middle of a SECURITY ERASE: the drive comes back locked by a password that only the server still has.</summary>
    private static async Task<JsonNode> CutOffAsync(Bed bed)
    {
        var one = new EmulatedOne(bed, Secured);
        Disk disk = await one.Drive.AttachAsync();
        await using StationBench station = await one.OrderedAsync(disk);
        using var dead = new ManualResetEventSlim();
        JournalEntry? kept = null;
        one.Ata.Before = opcode =>
        {
            if (opcode == EraseUnit)
            {
                kept = station.Server.Journals.LastOrDefault();
                dead.Wait(TimeSpan.FromSeconds(30));
                one.Ata.PowerOff();
                throw new IOException("the power is gone");
            }
        };
        using (Process process = Start(bed, station))
        {
            await StationBench.Until(() => process.HasExited || kept is not null, "the erase did not begin");
            process.Kill();
            dead.Set();
            await process.WaitForExitAsync();
        }

        one.Ata.Before = static _ => { };
        one.Drive.Detach();
        one.Ata.PowerCycle();
        await one.Drive.AttachAsync();
        ushort locked = one.Ata.Security;
        JsonNode said = await WipeAsync(station);
        (said["passwordKept"], said["stateKept"], said["lockedBy"], said["security"]) = (kept?.Firmware?.Password, kept?.State.ToString(), locked, one.Ata.Security);
        said["passwordLeft"] = station.Server.Journals.Last().Firmware?.Password;
        one.Drive.Detach();
        return said;
    }

    private static async Task<Disk> RemovableDiskAsync(Bed bed)
    {
        Disk stick = await bed.AddDiskAsync(("removable", "1"));
        Bed.Set("removable", "0");
        return stick;
    }

    internal static async Task<JsonNode> WipeAsync(StationBench station, params string[] more)
    {
        await station.WipeOwnAsync(CancellationToken.None, ["--quiet", .. more]);
        JsonNode said = JsonNode.Parse(station.Output.TrimEnd().Split('\n')[^1])!;
        said["errors"] = station.Errors;
        said["complaints"] = new JsonArray([.. station.Server.Complaints.Select(one => (JsonNode)one)]);
        said["asked"] = new JsonArray([.. station.Server.Asked.Select(one => (JsonNode)one)]);
        if (station.Server.Judgements is [.., var judgement])
        {
            said["judgement"] = new JsonArray([.. judgement.Findings.Select(finding => (JsonNode)$"{finding.Rule} {finding.Path}")]);
        }

        return said;
    }

    private static Process Start(Bed bed, StationBench station, params string[] more)
    {
        string machine = Path.Combine(bed.Folder(), "machine.json");
        File.WriteAllText(machine, JsonSerializer.Serialize(new { manufacturer = "LENOVO", model = "T14", serial = StationBench.Device, bootId = Guid.NewGuid() }));
        string[] line = ["exec", Path.Combine(AppContext.BaseDirectory, "WaaS.Logistics.DriveBed.dll"), "station", machine, .. station.OwnArguments(), .. more];
        return Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
