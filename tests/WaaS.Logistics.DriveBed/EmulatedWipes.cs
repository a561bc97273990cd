using System.Text.Json.Nodes;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Tests.Erasure;
using WaaS.Logistics.Tests.Station;

namespace WaaS.Logistics.DriveBed;

/// <summary>Drives of our own behind the kernel's SCSI stack, told by the station's program to erase themselves, from the claim to the judged evidence.</summary>
internal static class EmulatedWipes
{
    private const string Block = "ata-sanitize-block-erase", Overwrite = "ata-sanitize-overwrite", Crypto = "ata-sanitize-crypto-scramble";
    private const string Security = "ata-security-erase", Enhanced = "ata-security-erase-enhanced";
    private const string ScsiBlock = "scsi-sanitize-block-erase", ScsiOverwrite = "scsi-sanitize-overwrite", ScsiCrypto = "scsi-sanitize-crypto-erase";

    public static async Task RunAsync(Bed bed)
    {
        await HonestAsync(bed);
        await HidingAsync(bed);
        await LyingAsync(bed);
        await FailingAsync(bed);
        await Interruptions.RunAsync(bed);
    }

    private static async Task HonestAsync(Bed bed)
    {
        await bed.TellAsync("ata-hdd-overwritten", () => Wiped(bed, EmulatedOrder.Overwriting));
        await bed.TellAsync("scsi-hdd-overwritten", () => Wiped(bed, EmulatedOrder.Overwriting with { OnScsi = true }));
        foreach ((string technique, MediaType medium, SanitizationLevel level) in new[]
            { (Block, MediaType.Ssd, SanitizationLevel.Purge), (Overwrite, MediaType.Hdd, SanitizationLevel.Purge), (Crypto, MediaType.Ssd, SanitizationLevel.Clear),
              (Security, MediaType.Hdd, SanitizationLevel.Clear), (Enhanced, MediaType.Hdd, SanitizationLevel.Purge),
              (ScsiBlock, MediaType.Ssd, SanitizationLevel.Purge), (ScsiOverwrite, MediaType.Hdd, SanitizationLevel.Purge), (ScsiCrypto, MediaType.Ssd, SanitizationLevel.Clear) })
        {
            await bed.TellAsync(technique, () => Wiped(bed, new EmulatedOrder("bsi-gs", technique, medium, level)));
        }

        await bed.TellAsync("tells-its-progress", () => SlowlyAsync(bed));
        await bed.TellAsync("marked-and-erased", () => Wiped(bed, new EmulatedOrder("purge-firmware", Block, MediaType.Ssd, SanitizationLevel.Purge)));
        await bed.TellAsync("crypto-alone-is-no-purge", () => Wiped(bed, new EmulatedOrder("bsi-gs", Crypto, MediaType.Ssd, SanitizationLevel.Purge)));
        await bed.TellAsync("remapped-sectors-of-an-overwritten-one", () => Wiped(bed, EmulatedOrder.Overwriting, one => one.Ata.Reallocated = 3));
    }

    private static async Task HidingAsync(Bed bed)
    {
        const ulong Some = 1024;
        await bed.TellAsync("hpa", () => Wiped(bed, EmulatedOrder.Overwriting, one => one.Ata.VisibleSectors -= Some));
        await bed.TellAsync("hpa-by-nwipe", () => HiddenFromNwipe(bed, Some));
        await bed.TellAsync("accessible-max-address", () => Wiped(bed, new EmulatedOrder("bsi-gs", Block, MediaType.Ssd, SanitizationLevel.Purge), one =>
            (one.Ata.VisibleSectors, one.Ata.HidesTheNewWay) = (EmulatedOrder.Sectors - Some, true)));
        await bed.TellAsync("overlay", () => Wiped(bed, EmulatedOrder.Overwriting, one =>
            (one.Ata.VisibleSectors, one.Ata.NativeSectors, one.Ata.AccessibleSectors) = (EmulatedOrder.Sectors - Some, EmulatedOrder.Sectors - Some, EmulatedOrder.Sectors - Some)));
        await bed.TellAsync("hpa-that-stays", () => Wiped(bed, EmulatedOrder.Overwriting, one => (one.Ata.VisibleSectors, one.Ata.KeepsHidden) = (EmulatedOrder.Sectors - Some, true)));
        await bed.TellAsync("scsi-fewer-blocks", () => Wiped(bed, new EmulatedOrder("bsi-gs", ScsiBlock, MediaType.Ssd, SanitizationLevel.Purge), one => one.Scsi.VisibleSectors -= Some));
        await bed.TellAsync("hpa-and-marks", () => Wiped(bed, new EmulatedOrder("purge-firmware", Block, MediaType.Ssd, SanitizationLevel.Purge), one => one.Ata.VisibleSectors -= Some));
    }

    private static async Task LyingAsync(Bed bed)
    {
        foreach ((string kind, string technique) in new[] { ("sanitize", Block), ("security-erase", Enhanced), ("scsi", ScsiBlock) })
        {
            MediaType medium = technique == Enhanced ? MediaType.Hdd : MediaType.Ssd;
            await bed.TellAsync("lies-" + kind, () => Wiped(bed, new EmulatedOrder("bsi-gs", technique, medium, SanitizationLevel.Purge), one => one.Medium.Lies = true));
        }

        var order = new EmulatedOrder("bsi-gs", Block, MediaType.Ssd, SanitizationLevel.Purge);
        await bed.TellAsync("lies-to-hdparm", () => LiedToHdparm(bed));
        await bed.TellAsync("lies-about-marks", () => Wiped(bed, order with { Procedure = "purge-firmware" }, one => one.Medium.Lies = true));
        await bed.TellAsync("idle-with-success", () => Wiped(bed, order, one => (one.Ata.SwallowsSanitize, one.Ata.SanitizeDone) = (true, true)));
        await bed.TellAsync("idle-without-a-word", () => Wiped(bed, order, one => one.Ata.SwallowsSanitize = true));
        await bed.TellAsync("scsi-idle", () => Wiped(bed, order with { Technique = ScsiBlock }, one => one.Scsi.SwallowsSanitize = true));
        await bed.TellAsync("keeps-some-sectors", () => Wiped(bed, order, one => one.Medium.Keeps = [(512 * 777, 512), (512 * 5000, 1024)]));
        await bed.TellAsync("keeps-the-last-quarter", () => Wiped(bed, order with { Procedure = "purge-firmware" }, one => one.Medium.KeepsLastBytes = EmulatedOrder.Size / 4));
        await bed.TellAsync("progress-sticks", () => Wiped(bed, order, one => one.Ata.Sticks = true));
        await bed.TellAsync("scsi-progress-sticks", () => Wiped(bed, order with { Technique = ScsiBlock }, one => one.Scsi.Sticks = true));
        await bed.TellAsync("says-good-without-registers", () => Wiped(bed, order, one => one.Ata.Before = opcode => one.Ata.NoRegisters = opcode == 0xB4));
    }

    private static async Task FailingAsync(Bed bed)
    {
        var order = new EmulatedOrder("bsi-gs", Block, MediaType.Ssd, SanitizationLevel.Purge);
        var secured = new EmulatedOrder("bsi-gs", Enhanced, MediaType.Hdd, SanitizationLevel.Purge);
        await bed.TellAsync("fails-halfway", () => Wiped(bed, order, one => one.Ata.SanitizeFails = true));
        await bed.TellAsync("scsi-fails-halfway", () => Wiped(bed, order with { Technique = ScsiBlock }, one => one.Scsi.SanitizeFails = true));
        await bed.TellAsync("aborts-the-erase", () => Wiped(bed, secured, one => one.Ata.AbortsErase = true));
        await bed.TellAsync("takes-no-password", () => Wiped(bed, secured, one => one.Ata.IgnoresPassword = true));
        await bed.TellAsync("frozen", () => Wiped(bed, secured, one => one.Ata.Security |= 8));
        await bed.TellAsync("frozen-and-sanitized", () => Wiped(bed, order, one => one.Ata.Security |= 8));
        await bed.TellAsync("locked-by-somebody-else", () => Wiped(bed, secured, one => one.Ata.LockWith("not ours")));
        await bed.TellAsync("knows-no-such-technique", () => Wiped(bed, order, one => one.Ata.SanitizeWord = 0x5000));
    }

    private static async Task<JsonNode> Wiped(Bed bed, EmulatedOrder order, Action<EmulatedOne>? trouble = null)
    {
        var one = new EmulatedOne(bed, order);
        trouble?.Invoke(one);
        one.Hidden();
        Disk disk = await one.Drive.AttachAsync();
        try
        {
            return await one.WipeAsync(disk);
        }
        finally
        {
            one.Drive.Detach();
        }
    }

    /// <summary>A sanitize of some seconds, and what the server heard meanwhile.</summary>
    private static async Task<JsonNode> SlowlyAsync(Bed bed)
    {
        var one = new EmulatedOne(bed, new EmulatedOrder("bsi-gs", Block, MediaType.Ssd, SanitizationLevel.Purge));
        one.Ata.Questions = 400;
        Disk disk = await one.Drive.AttachAsync();
        await using StationBench station = await one.OrderedAsync(disk);
        station.Drives = EmulatedOne.Often with { AskEvery = TimeSpan.FromMilliseconds(10) };
        JsonNode said = await one.WipeAsync(station, disk);
        one.Drive.Detach();
        said["beats"] = new JsonArray([.. station.Server.Beats.Where(beat => beat.Phase == JobPhase.Erasing)
            .Select(beat => (JsonNode)new JsonObject { ["done"] = beat.BytesDone, ["total"] = beat.BytesTotal, ["speed"] = beat.Speed })]);
        return said;
    }

    private static async Task<JsonNode> HiddenFromNwipe(Bed bed, ulong sectors)
    {
        var one = new EmulatedOne(bed, EmulatedOrder.Overwriting);
        one.Ata.VisibleSectors -= sectors;
        one.Hidden();
        Disk disk = await one.Drive.AttachAsync();
        (int code, string output, string errors) = Shell.Try("nwipe", "--autonuke", "--nogui", "--nowait", "--noblank", "--method=prng", "--verify=last", "--rounds=1", disk.Path);
        one.Drive.Detach();
        return new JsonObject { ["code"] = code, ["said"] = output + errors, ["hiddenUntouched"] = one.HiddenIsUntouched(), ["shownSectors"] = one.Ata.VisibleSectors };
    }

    private static async Task<JsonNode> LiedToHdparm(Bed bed)
    {
        var one = new EmulatedOne(bed, new EmulatedOrder("bsi-gs", Security, MediaType.Hdd, SanitizationLevel.Clear));
        one.Medium.Lies = true;
        Disk disk = await one.Drive.AttachAsync();
        string before = Faults.Sum(disk.Path);
        (int set, _, _) = Shell.Try("hdparm", "--user-master", "u", "--security-set-pass", "p", disk.Path);
        (int erase, string output, string errors) = Shell.Try("hdparm", "--user-master", "u", "--security-erase", "p", disk.Path);
        bool untouched = before == Faults.Sum(disk.Path);
        one.Drive.Detach();
        return new JsonObject { ["set"] = set, ["erase"] = erase, ["said"] = output + errors, ["untouched"] = untouched, ["asked"] = one.Medium.Erased };
    }
}
