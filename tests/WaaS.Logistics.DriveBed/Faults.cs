using System.Globalization;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.DriveBed;

/// <summary>Drives that fail or lie, wiped by the engine, and what nwipe says of the same.</summary>
internal static class Faults
{
    private const int Sectors = 32768;

    public static void Run(Bed bed)
    {
        bed.Tell("sound", () => Mapped(bed, disk => $"0 {Sectors} linear {disk} 0"));
        bed.Tell("slow", () => Mapped(bed, disk => $"0 {Sectors} delay {disk} 0 30"));
        bed.Tell("writes-fail", () => Mapped(bed, disk => $"0 8000 linear {disk} 0\n8000 8 error\n8008 {Sectors - 8008} linear {disk} 8008"));
        bed.Tell("writes-dropped", () => Mapped(bed, Dropping, nwipe: true));
        bed.Tell("reads-fail", () => Dusty(bed));
        bed.Tell("bytes-corrupted", () => Mapped(bed, disk => $"0 {Sectors} flakey {disk} 0 0 1 5 corrupt_bio_byte 32 w 1 0"));
        bed.Tell("removed-while-written", () => Interfered(bed, disk => File.WriteAllText(disk.Block + "/device/delete", "1")));
        bed.Tell("removed-while-verified", () => Interfered(bed, disk => File.WriteAllText(disk.Block + "/device/delete", "1"), RunPhase.Verifying));
        bed.Tell("medium-error", () => Interfered(bed, _ => Bed.Set("opts", "2"), RunPhase.Overwriting, () => Bed.Set("opts", "0")));
        bed.Tell("stores-nothing", () => Lying(bed));
        bed.Tell("one-hangs-another-goes-on", () => Hanging(bed));
        bed.Tell("capacity-changes", () => Shrinking(bed));
    }

    public static string Sum(string path) => Shell.Try("sh", "-c", $"dd if={path} bs=1M iflag=direct status=none | sha256sum").Output;

    private static string Dropping(string disk) => $"0 {Sectors} flakey {disk} 0 0 1 1 drop_writes";

    private static Disk New(Bed bed) => bed.AddDiskAsync().GetAwaiter().GetResult().Used();

    private static JsonNode Mapped(Bed bed, Func<string, string> table, bool nwipe = false)
    {
        Disk disk = New(bed);
        string name = Map(table(disk.Path)), before = Sum(disk.Path);
        try
        {
            JsonNode said = Wipe(bed, "/dev/" + name, "/sys/devices/virtual/block/" + name, null, RunPhase.Overwriting);
            said["untouched"] = before == Sum(disk.Path);
            if (nwipe)
            {
                (int code, string output, string errors) = Shell.Try(
                    "nwipe", "--autonuke", "--nogui", "--nowait", "--noblank", "--method=prng", "--verify=last", "--rounds=1", "/dev/" + name);
                said["nwipe"] = new JsonObject { ["code"] = code, ["said"] = output + errors, ["untouched"] = before == Sum(disk.Path) };
            }

            return said;
        }
        finally
        {
            Shell.Run("dmsetup", "remove", "--noudevsync", "bed");
        }
    }

    private static JsonNode Dusty(Bed bed)
    {
        Disk disk = New(bed);
        string name = Map($"0 {Sectors} dust {disk.Path} 0 512");
        Shell.Run("dmsetup", "message", "bed", "0", "addbadblock", "30000");
        try
        {
            // Slowly: the bad sector is near the end and must be bad before it is read.
            return Wipe(bed, "/dev/" + name, "/sys/devices/virtual/block/" + name, () => Shell.Run("dmsetup", "message", "bed", "0", "enable"), RunPhase.Verifying, 4_000_000);
        }
        finally
        {
            Shell.Run("dmsetup", "remove", "--noudevsync", "bed");
        }
    }

    private static JsonNode Interfered(Bed bed, Action<Disk> interfere, RunPhase phase = RunPhase.Overwriting, Action? after = null)
    {
        Disk disk = New(bed);
        try
        {
            return Wipe(bed, disk.Path, disk.Place, () => interfere(disk), phase);
        }
        finally
        {
            after?.Invoke();
        }
    }

    private static JsonNode Lying(Bed bed)
    {
        Disk disk = New(bed);
        try
        {
            Bed.Set("fake_rw", "1");
            return Wipe(bed, disk.Path, disk.Place, null, RunPhase.Overwriting);
        }
        finally
        {
            Bed.Set("fake_rw", "0");
        }
    }

    private static JsonNode Shrinking(Bed bed)
    {
        Disk disk = New(bed);
        string name = Map($"0 {Sectors} linear {disk.Path} 0");
        try
        {
            return Wipe(bed, "/dev/" + name, "/sys/devices/virtual/block/" + name, () =>
            {
                Shell.Run("dmsetup", "load", "bed", "--table", $"0 {Sectors - 8192} linear {disk.Path} 0");
                Shell.Run("dmsetup", "resume", "--noudevsync", "bed");
            }, RunPhase.Overwriting, 4_000_000);
        }
        finally
        {
            Shell.Run("dmsetup", "remove", "--noudevsync", "bed");
        }
    }

    private static JsonNode Hanging(Bed bed)
    {
        Disk disk = New(bed), sound = New(bed);
        string name = Map($"0 {Sectors} linear {disk.Path} 0");
        try
        {
            using var hangs = new ManualResetEventSlim();
            JsonNode? late = null;
            var thread = new Thread(() => late = Wipe(bed, "/dev/" + name, "/sys/devices/virtual/block/" + name, () =>
            {
                Shell.Run("dmsetup", "suspend", "--noflush", "bed");
                hangs.Set();
            }, RunPhase.Overwriting));
            thread.Start();
            hangs.Wait();
            JsonNode meanwhile = Wipe(bed, sound.Path, sound.Place, null, RunPhase.Overwriting);
            bool stillHanging = thread.IsAlive;
            Shell.Run("dmsetup", "resume", "--noudevsync", "bed");
            thread.Join();
            return new JsonObject { ["meanwhile"] = meanwhile, ["stillHanging"] = stillHanging, ["late"] = late };
        }
        finally
        {
            Shell.Run("dmsetup", "remove", "--noudevsync", "bed");
        }
    }

    private static string Map(string table)
    {
        Shell.Run("sh", "-c", $"printf '{table.Replace("\n", "\\n", StringComparison.Ordinal)}\\n' | dmsetup create --noudevsync bed");
        return Path.GetFileName(Shell.Run("sh", "-c", "ls -d /sys/block/dm-*").Trim());
    }

    /// <summary>Wipes, and lets something happen once at the first word of a phase.</summary>
    private static JsonNode Wipe(Bed bed, string path, string place, Action? interfere, RunPhase phase, int bytesPerSecond = 8_000_000)
    {
        AllowedBays bays = bed.Bays(place);
        using Target target = Target.Open(path, new AllowedBays(bays.Bays, []) { Stacked = true });
        // A mapper of several parts passes no questions on to the drive.
        CarrierSerial serial = target.Identity.Drive is { Serial: not null } said ? CarrierSerial.OfDrive(said, null) : new CarrierSerial("BED-1", "scan");
        WipeResult result = Erasure.Wipe.Run(new WipeRequest
        {
            Target = target,
            Serial = serial,
            OrderedSerial = serial.Value,
            Journal = new WipeJournal(Path.Combine(bed.Folder(), "journal.json")),
            ConfirmOrder = static () => { },
            Options = new RunOptions { BlockBytes = 1 << 20, Threads = 1, ProgressEvery = TimeSpan.FromMilliseconds(1), BytesPerSecond = interfere is null ? 0 : bytesPerSecond },
            Progress = progress =>
            {
                if (progress.Phase == phase && progress.DoneBytes > 0 && Interlocked.Exchange(ref interfere, null) is { } act)
                {
                    act();
                }
            },
        });
        return new JsonObject
        {
            ["proven"] = result.Proven,
            ["failures"] = new JsonArray([.. result.Failures.Select(failure => (JsonNode)failure)]),
            ["serial"] = serial.Value,
            ["serialSource"] = serial.Source,
            ["sizeBytes"] = result.Identity.SizeBytes,
            ["acknowledgedBytes"] = result.Overwrite?.AcknowledgedBytes,
            ["verifiedBytes"] = result.Verification?.VerifiedBytes,
            ["mediumBytesRead"] = result.Verification?.MediumBytesRead,
            ["badSectors"] = string.Join(",", (result.Overwrite?.BadSectors ?? []).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.OffsetBytes / 512}+{fault.LengthBytes / 512}"))),
            ["unreadable"] = string.Join(",", (result.Verification?.Unreadable ?? []).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.OffsetBytes / 512}+{fault.LengthBytes / 512}"))),
            ["identityUnchanged"] = result.IdentityUnchanged,
            ["happened"] = interfere is null,
        };
    }
}
