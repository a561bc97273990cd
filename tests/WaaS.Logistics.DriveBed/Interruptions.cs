using System.Diagnostics;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Tests.Station;

namespace WaaS.Logistics.DriveBed;

/// <summary>Drives and stations that go away while a drive erases itself.</summary>
internal static class Interruptions
{
    private const byte Sanitize = 0xB4, EraseUnit = 0xF4;
    private static readonly EmulatedOrder Sanitized = new("bsi-gs", "ata-sanitize-block-erase", MediaType.Ssd, SanitizationLevel.Purge);
    private static readonly EmulatedOrder Secured = new("bsi-gs", "ata-security-erase-enhanced", MediaType.Hdd, SanitizationLevel.Purge);

    public static async Task RunAsync(Bed bed)
    {
        await bed.TellAsync("vanishes-in-the-middle", () => VanishedAsync(bed));
        await bed.TellAsync("loses-power-in-a-sanitize", () => PowerLostAsync(bed, Sanitized, Sanitize));
        await bed.TellAsync("loses-power-in-a-security-erase", () => PowerLostAsync(bed, Secured, EraseUnit));
        await bed.TellAsync("station-killed-in-a-sanitize", () => KilledAsync(bed, Sanitized, power: false));
        await bed.TellAsync("all-power-lost-in-a-sanitize", () => KilledAsync(bed, Sanitized, power: true));
        await bed.TellAsync("station-killed-in-a-scsi-sanitize", () => KilledAsync(bed, Sanitized with { Technique = "scsi-sanitize-block-erase" }, power: false));
        await bed.TellAsync("all-power-lost-in-a-security-erase", () => CutOffAsync(bed));
        await bed.TellAsync("left-locked-by-another-station", () => ElsewhereAsync(bed));
    }

    private static async Task<JsonNode> VanishedAsync(Bed bed)
    {
        var one = new EmulatedOne(bed, Sanitized);
        one.Ata.Questions = 200;
        Disk disk = await one.Drive.AttachAsync();
        int asked = 0;
        Task pulled = Task.CompletedTask;
        one.Ata.Before = opcode =>
        {
            if (opcode == Sanitize && one.Ata.Running && ++asked == 3)
            {
                pulled = Task.Run(one.Drive.Detach);
            }
        };
        JsonNode said = await one.WipeAsync(disk);
        await pulled;
        said["asked"] = asked;
        return said;
    }

    /// <summary>The station lives on and tells of it; afterwards another order is carried out on the same drive.</summary>
    private static async Task<JsonNode> PowerLostAsync(Bed bed, EmulatedOrder order, byte at)
    {
        var one = new EmulatedOne(bed, order);
        Disk disk = await one.Drive.AttachAsync();
        one.Ata.Before = opcode =>
        {
            if (opcode == at && (at == EraseUnit || one.Ata.Running))
            {
                one.Ata.PowerOff();
                throw new IOException("the power is gone");
            }
        };
        await using StationBench station = await one.OrderedAsync(disk);
        JsonNode said = await one.WipeAsync(station, disk);
        one.Ata.Before = static _ => { };
        said["next"] = await AgainAsync(one, station);
        // What runs in a drive ends some day.
        if (one.Ata.Running)
        {
            await StationBench.Until(() => !Asked(one), "the sanitize did not end");
            said["afterItsEnd"] = await AgainAsync(one, station);
        }

        one.Drive.Detach();
        return said;
    }

    private static async Task<JsonNode> AgainAsync(EmulatedOne one, StationBench station)
    {
        Disk disk = await ReplugAsync(one);
        one.OrderAgain(station, disk);
        return await one.WipeAsync(station, disk);
    }

    private static bool Asked(EmulatedOne one)
    {
        one.Ata.Send(new AtaCommand(Sanitize, 0, 0, 0, DataDirection.None).PassThrough(), [], DataDirection.None, TimeSpan.FromSeconds(1));
        return one.Ata.Running;
    }

    /// <summary>The program is killed while the drive is at it; the drive goes on, with its power cut or not.</summary>
    private static async Task<JsonNode> KilledAsync(Bed bed, EmulatedOrder order, bool power)
    {
        var one = new EmulatedOne(bed, order);
        (one.Ata.Questions, one.Scsi.Questions) = (8, 8);
        Disk disk = await one.Drive.AttachAsync();
        await using StationBench station = await one.OrderedAsync(disk);
        using (Process process = Begin(station, disk))
        {
            await StationBench.Until(() => process.HasExited || one.Ata.Running || one.Scsi.Running, "the sanitize did not begin");
            process.Kill();
            await process.WaitForExitAsync();
        }

        bool running = one.Ata.Running || one.Scsi.Running;
        JsonNode said = await one.WipeAsync(station, power ? await ReplugAsync(one) : disk);
        said["wasRunning"] = running;
        one.Drive.Detach();
        return said;
    }

    /// <summary>Power is cut to station and drive in the middle of a SECURITY ERASE: the drive comes back locked by the station's password.</summary>
    private static async Task<JsonNode> CutOffAsync(Bed bed)
    {
        var one = new EmulatedOne(bed, Secured);
        Disk disk = await one.Drive.AttachAsync();
        await using StationBench station = await one.OrderedAsync(disk);
        using var reached = new ManualResetEventSlim();
        using var dead = new ManualResetEventSlim();
        one.Ata.Before = opcode =>
        {
            if (opcode == EraseUnit)
            {
                reached.Set();
                dead.Wait(TimeSpan.FromSeconds(30));
                one.Ata.PowerOff();
                throw new IOException("the power is gone");
            }
        };
        using (Process process = Begin(station, disk))
        {
            await StationBench.Until(() => process.HasExited || reached.IsSet, "the erase did not begin");
            process.Kill();
            dead.Set();
            await process.WaitForExitAsync();
        }

        one.Ata.Before = static _ => { };
        disk = await ReplugAsync(one);
        ushort locked = one.Ata.Security;
        JsonNode plan = await Bed.SayAsync("plan", "--bay", "A1", "--data", Bays(station, disk), "--json");
        ushort afterPlan = one.Ata.Security;
        JsonNode stranger = await bed.PlanAsync(disk);
        string journal = await JournalAsync(station);
        JsonNode said = await one.WipeAsync(station, disk);
        (said["lockedBy"], said["lockedAfterPlan"], said["plan"], said["strangersPlan"], said["journal"], said["journalAfter"]) = (locked, afterPlan, plan, stranger, journal, await JournalAsync(station));
        one.Drive.Detach();
        return said;
    }

    private static async Task<string> JournalAsync(StationBench station)
    {
        await station.RunAsync("journal", "--data", station.Data);
        return station.Output;
    }

    /// <summary>A drive that another station left locked comes to this one, which asks the server about it.</summary>
    private static async Task<JsonNode> ElsewhereAsync(Bed bed)
    {
        var one = new EmulatedOne(bed, Secured);
        Disk disk = await one.Drive.AttachAsync();
        await using StationBench first = await one.OrderedAsync(disk);
        one.Ata.Before = opcode =>
        {
            if (opcode == EraseUnit)
            {
                one.Ata.PowerOff();
                throw new IOException("the power is gone");
            }
        };
        await one.WipeAsync(first, disk);
        one.Ata.Before = static _ => { };
        disk = await ReplugAsync(one);
        await using StationBench second = await one.OrderedAsync(disk);
        var erase = new CutOffErase { StationName = "Bench 7", StartedAt = TimeProvider.System.GetUtcNow().AddMinutes(-3), Technique = Secured.Technique!, HeldUntil = TimeProvider.System.GetUtcNow().AddMinutes(7) };

        ushort locked = one.Ata.Security;
        JsonNode unknown = await one.WipeAsync(second, disk);
        second.Server.CutOff = erase;
        JsonNode held = await one.WipeAsync(second, disk);
        JsonNode planned = await Bed.SayAsync("plan", "--bay", "A1", "--data", Bays(second, disk), "--json");
        int address = second.Server.Asked.Count;
        await second.Server.GoAwayAsync();
        JsonNode away = await one.WipeAsync(second, disk);
        await second.Server.StartAsync();
        ushort stillLocked = one.Ata.Security;
        second.Server.CutOff = erase with { HeldUntil = null };
        JsonNode said = await one.WipeAsync(second, disk);
        (said["lockedBy"], said["stillLocked"], said["unknown"], said["held"], said["planned"], said["away"]) = (locked, stillLocked, unknown, held, planned, away);
        said["askedAgain"] = second.Server.Asked.Skip(address).Count(asked => asked.EndsWith("/cut-off", StringComparison.Ordinal));
        one.Drive.Detach();
        return said;
    }

    private static async Task<Disk> ReplugAsync(EmulatedOne one)
    {
        one.Drive.Detach();
        one.Ata.PowerCycle();
        return await one.Drive.AttachAsync();
    }

    private static string Bays(StationBench station, Disk disk)
    {
        Wipes.Bay(station, disk);
        return station.Data;
    }

    private static Process Begin(StationBench station, Disk disk)
    {
        Wipes.Bay(station, disk);
        return StationBench.Start("wipe", "--bay", "A1", "--operator", "op-7", "--data", station.Data, "--json");
    }
}
