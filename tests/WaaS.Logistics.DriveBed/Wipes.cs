using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Tests.Erasure;
using WaaS.Logistics.Tests.Station;

namespace WaaS.Logistics.DriveBed;

/// <summary>A drive in a bay wiped by the station's program, from the claim to the judged evidence, with a server beside it.</summary>
internal static class Wipes
{
    public static async Task RunAsync(Bed bed)
    {
        await bed.TellAsync("wiped", () => WipeAsync(bed));
        await bed.TellAsync("wiped-when-ordered-for-another", async () =>
        {
            Disk disk = (await bed.AddDiskAsync()).Used();
            await using StationBench station = await OrderedAsync(disk.Serial + "9");
            return await ReadAsync(station, disk, ["--bay", "A1", "--serial", disk.Serial]);
        });
        await bed.TellAsync("held-before-the-first-write", async () =>
        {
            Disk disk = (await bed.AddDiskAsync()).Used();
            await using StationBench station = await OrderedAsync(disk.Serial);
            station.Server.Hold = "legal hold";
            return await ReadAsync(station, disk, ["--bay", "A1"]);
        });
        await bed.TellAsync("killed", () => KilledAsync(bed));
    }

    private static async Task<JsonNode> WipeAsync(Bed bed)
    {
        Disk disk = (await bed.AddDiskAsync()).Used();
        await using StationBench station = await OrderedAsync(disk.Serial);
        JsonNode said = await ReadAsync(station, disk, ["--bay", "A1", "--serial", disk.Serial]);
        EvidenceDocument evidence = station.Server.Evidence[0].Document;
        said["evidence"] = JsonNode.Parse(EvidenceWriter.Write(evidence));
        said["findings"] = new JsonArray([.. station.Server.Judgements[0].Findings.Select(finding => (JsonNode)$"{finding.Rule} {finding.Path}")]);
        said["recheck"] = Shell.Try("bash", "-c", evidence.Carrier.Steps[0].RecheckCommand!.Replace("CARRIER", disk.Path, StringComparison.Ordinal)).Code;
        Guid job = station.Server.Job!.JobId;
        said["verified"] = await Bed.SayAsync("verify", "--bay", "A1", "--data", station.Data, "--job", job.ToString(), "--json", "--quiet");
        // One sector written by somebody else afterwards.
        Shell.Run("dd", "if=/dev/zero", $"of={disk.Path}", "bs=512", "count=1", "seek=777", "oflag=direct", "status=none");
        said["verifiedAfterAWrite"] = await Bed.SayAsync("verify", "--bay", "A1", "--data", station.Data, "--job", job.ToString(), "--json", "--quiet");
        return said;
    }

    private static async Task<JsonNode> KilledAsync(Bed bed)
    {
        Disk disk = (await bed.AddDiskAsync()).Used();
        await using StationBench station = await OrderedAsync(disk.Serial);
        Bay(station, disk);
        using (System.Diagnostics.Process process = StationBench.Start("wipe", "--bay", "A1", "--operator", "op-7", "--data", station.Data, "--limit-mb", "4", "--json"))
        {
            string journal = Path.Combine(station.Data, "jobs", station.Server.Job!.JobId.ToString(), "journal.json");
            await StationBench.Until(() => process.HasExited || new WipeJournal(journal).Read() is { State: JournalState.Writing }, "the wipe did not begin");
            process.Kill();
            await process.WaitForExitAsync();
        }

        JsonNode said = await ReadAsync(station, disk, ["--bay", "A1"]);
        EvidenceStep pass = station.Server.Evidence[0].Document.Carrier.Steps[0];
        said["runs"] = pass.Runs;
        said["recheck"] = Shell.Try("bash", "-c", pass.RecheckCommand!.Replace("CARRIER", disk.Path, StringComparison.Ordinal)).Code;
        return said;
    }

    public static async Task<StationBench> OrderedAsync(string serial)
    {
        StationBench station = await StationBench.EnrolledAsync();
        station.Server.Job = StationBench.NewJob() with { CarrierSerial = serial };
        return station;
    }

    public static void Bay(StationBench station, Disk disk)
    {
        string file = Path.Combine(station.Data, "bays.json");
        File.WriteAllText(file, $$"""{"bays":[{"label":"A1","path":"{{disk.Place}}"}]}""");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task<JsonNode> ReadAsync(StationBench station, Disk disk, string[] carrier)
    {
        string before = Faults.Sum(disk.Path);
        JsonNode said = await SayAsync(station, disk, carrier);
        said["untouched"] = before == Faults.Sum(disk.Path);
        return said;
    }

    /// <summary>The same without a look at the medium, which not every drive allows at every time.</summary>
    public static async Task<JsonNode> SayAsync(StationBench station, Disk disk, string[] carrier)
    {
        Bay(station, disk);
        await station.RunAsync(["wipe", "--operator", "op-7", "--data", station.Data, "--json", "--quiet", .. carrier]);
        JsonNode said = JsonNode.Parse(station.Output.TrimEnd().Split('\n')[^1])!;
        said["errors"] = station.Errors;
        said["serial"] = disk.Serial;
        said["complaints"] = new JsonArray([.. station.Server.Complaints.Select(one => (JsonNode)one)]);
        return said;
    }
}
