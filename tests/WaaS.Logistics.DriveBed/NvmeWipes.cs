using System.Diagnostics;
using System.Text.Json.Nodes;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Tests.Erasure;
using WaaS.Logistics.Tests.Erasure.Drives;
using WaaS.Logistics.Tests.Station;

namespace WaaS.Logistics.DriveBed;

/// <summary>NVMe drives behind the kernel's own drivers: QEMU's on PCI Express, and ours over TCP, which can sanitize, lie and fail.</summary>
internal static class NvmeWipes
{
    private const string Block = "nvme-sanitize-block-erase", Overwrite = "nvme-sanitize-overwrite", Crypto = "nvme-sanitize-crypto-erase";
    private const string Format = "nvme-format-user-data-erase", CryptoFormat = "nvme-format-crypto-erase";

    private static EmulatedOrder Purge { get; } = new("bsi-gs", Block, MediaType.Nvme, SanitizationLevel.Purge);

    public static async Task RunAsync(Bed bed)
    {
        await QemuAsync(bed);
        await bed.TellAsync("nvme-drives-of-one-machine", () => OwnAsync(bed));
        foreach ((string technique, SanitizationLevel level) in new[]
            { (Block, SanitizationLevel.Purge), (Overwrite, SanitizationLevel.Purge), (Crypto, SanitizationLevel.Clear), (Format, SanitizationLevel.Clear), (CryptoFormat, SanitizationLevel.Clear) })
        {
            await bed.TellAsync(technique, () => Wiped(bed, Purge with { Technique = technique, Level = level }));
        }

        await bed.TellAsync("marked-and-sanitized", () => Wiped(bed, Purge with { Procedure = "purge-firmware" }));
        await bed.TellAsync("nvme-lies", () => Wiped(bed, Purge, one => one.Medium.Lies = true));
        await bed.TellAsync("nvme-format-lies", () => Wiped(bed, Purge with { Technique = Format, Level = SanitizationLevel.Clear }, one => one.Medium.Lies = true));
        await bed.TellAsync("nvme-keeps-some-sectors", () => Wiped(bed, Purge, one => one.Medium.Keeps = [(512 * 777, 512), (512 * 5000, 1024)]));
        await bed.TellAsync("nvme-idle-with-success", () => Wiped(bed, Purge, one => (one.Drive.SwallowsSanitize, one.Drive.SanitizeState) = (true, 1)));
        await bed.TellAsync("nvme-progress-sticks", () => Wiped(bed, Purge, one => one.Drive.Sticks = true));
        await bed.TellAsync("nvme-fails-halfway", () => Wiped(bed, Purge, one => one.Drive.SanitizeFails = true));
        await bed.TellAsync("nvme-format-fails", () => Wiped(bed, Purge with { Technique = Format, Level = SanitizationLevel.Clear }, one => one.Drive.FormatStatus = 0x4006));
        await bed.TellAsync("nvme-refuses-to-sanitize", () => Wiped(bed, Purge, one => one.Drive.NoSanitize = true));
        await bed.TellAsync("nvme-holds-more-than-the-namespace", () => Wiped(bed, Purge, make: medium => new EmulatedNvmeDrive(medium) { SizeBytes = EmulatedOrder.Size, TotalBytes = 2 * EmulatedOrder.Size }));
        await bed.TellAsync("nvme-vanishes", () => VanishedAsync(bed));
        await bed.TellAsync("station-killed-in-an-nvme-sanitize", () => KilledAsync(bed));
    }

    /// <summary>Drives of QEMU's: they know Format, and no Sanitize.</summary>
    private static async Task QemuAsync(Bed bed)
    {
        Disk first = await Bed.NvmeAppearedAsync("nvme0");
        await bed.TellAsync("qemu-identity", () => bed.PlanAsync(first, "--serial", first.Serial));
        await bed.TellAsync("qemu-cannot-sanitize", () => Told(Purge, first));
        await bed.TellAsync("qemu-format", () => Told(Purge with { Technique = Format, Level = SanitizationLevel.Clear }, first));
        await bed.TellAsync("qemu-overwritten", () => Told(EmulatedOrder.Overwriting with { Medium = MediaType.Nvme }, first));
    }

    /// <summary>A machine with two NVMe drives, both of its order, wipes the one that is named.</summary>
    private static async Task<JsonNode> OwnAsync(Bed bed)
    {
        Disk other = await Bed.NvmeAppearedAsync("nvme0");
        using var one = new NvmeOne(bed, Purge);
        Disk disk = await one.AttachAsync();
        string first = Faults.Sum(other.Path), second = Faults.Sum(disk.Path);
        await using StationBench station = await one.OrderedAsync(disk);
        station.Server.OtherCarriers = [other.Serial];
        JsonNode said = await Machines.WipeAsync(station);
        said["bothUntouched"] = first == Faults.Sum(other.Path) && second == Faults.Sum(disk.Path);
        JsonNode named = EmulatedOne.Judged(await Machines.WipeAsync(station, "--device", disk.Path, "--limit-mb", "1"), station);
        (said["named"], said["drives"], said["beats"]) = (named, new JsonArray(other.Path, other.Serial, disk.Path, disk.Serial), Machines.Beats(station));
        (said["otherUntouched"], said["namedUntouched"]) = (first == Faults.Sum(other.Path), second == Faults.Sum(disk.Path));
        one.Detach();
        return said;
    }

    private static async Task<JsonNode> Told(EmulatedOrder order, Disk disk)
    {
        await using StationBench station = await Wipes.OrderedAsync(disk.Serial);
        station.Drives = EmulatedOne.Often;
        station.Server.HandOut(order.Job(disk.Serial));
        string before = Faults.Sum(disk.Path);
        JsonNode said = await Wipes.SayAsync(station, disk, ["--bay", "A1", "--serial", disk.Serial]);
        string after = Faults.Sum(disk.Path), zeros = Shell.Run("sh", "-c", $"head -c $(blockdev --getsize64 {disk.Path}) /dev/zero | sha256sum");
        (said["untouched"], said["zeros"]) = (before == after, after == zeros);
        return EmulatedOne.Judged(said, station);
    }

    private static async Task<JsonNode> Wiped(Bed bed, EmulatedOrder order, Action<NvmeOne>? trouble = null, Func<EmulatedMedium, EmulatedNvmeDrive>? make = null)
    {
        using var one = new NvmeOne(bed, order, make);
        trouble?.Invoke(one);
        Disk disk = await one.AttachAsync();
        try
        {
            return await one.WipeAsync(disk);
        }
        finally
        {
            one.Detach();
        }
    }

    private static async Task<JsonNode> VanishedAsync(Bed bed)
    {
        using var one = new NvmeOne(bed, Purge);
        one.Drive.Questions = 200;
        Disk disk = await one.AttachAsync();
        int asked = 0;
        Task pulled = Task.CompletedTask;
        one.Drive.Before = _ =>
        {
            if (one.Drive.Running && ++asked == 3)
            {
                pulled = Task.Run(one.Detach);
            }
        };
        JsonNode said = await one.WipeAsync(disk);
        await pulled;
        return said;
    }

    private static async Task<JsonNode> KilledAsync(Bed bed)
    {
        using var one = new NvmeOne(bed, Purge);
        one.Drive.Questions = 8;
        Disk disk = await one.AttachAsync();
        await using StationBench station = await one.OrderedAsync(disk);
        Wipes.Bay(station, disk);
        using (Process process = StationBench.Start("wipe", "--bay", "A1", "--operator", "op-7", "--data", station.Data, "--json"))
        {
            await StationBench.Until(() => process.HasExited || one.Drive.Running, "the sanitize did not begin");
            process.Kill();
            await process.WaitForExitAsync();
        }

        bool running = one.Drive.Running;
        JsonNode said = await one.WipeAsync(station, disk);
        said["wasRunning"] = running;
        one.Detach();
        return said;
    }
}
