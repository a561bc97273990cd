using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station;
using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.DriveBed;

/// <summary>Makes drives, asks the station's program about them, and writes down what it said: one file of JSON a situation.</summary>
internal sealed class Bed(string work)
{
    private const string Driver = "/sys/bus/pseudo/drivers/scsi_debug", Adapters = "/sys/devices/pseudo_0";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _folders;

    /// <summary>An empty folder in memory.</summary>
    public string Folder() => Directory.CreateDirectory($"/dev/shm/bed/{++_folders}").FullName;

    /// <summary>A new drive with a serial and a memory of its own.</summary>
    public async Task<Disk> AddDiskAsync(params (string Name, string Value)[] options)
    {
        foreach ((string name, string value) in options)
        {
            Set(name, value);
        }

        HashSet<string> before = [.. Hosts()];
        Set("add_host", "1");
        return await AppearedAsync(Hosts().Single(one => !before.Contains(one)));
    }

    /// <summary>The disk on an adapter, as soon as the kernel has found it.</summary>
    public static async Task<Disk> AppearedAsync(string host)
    {
        for (int attempt = 0; attempt < 500; attempt++)
        {
            // Folders of sysfs are linked in circles: each level is named.
            string[] blocks = [.. Directory.GetDirectories(host, "target*").SelectMany(target => Directory.GetDirectories(target, "*:*:*:*")).Select(unit => Path.Combine(unit, "block")).Where(Directory.Exists)];
            if (blocks is [var block] && Directory.GetDirectories(block) is [var disk] && File.Exists("/dev/" + Path.GetFileName(disk)) && Directory.Exists("/sys/block/" + Path.GetFileName(disk)))
            {
                return new Disk("/dev/" + Path.GetFileName(disk), host, Path.GetDirectoryName(block)!);
            }

            await Task.Delay(10);
        }

        throw new TimeoutException($"No disk appeared under {host}.");
    }

    /// <summary>The disk behind an NVMe controller, as soon as the kernel has found it.</summary>
    public static async Task<Disk> NvmeAppearedAsync(string controller)
    {
        string folder = Directory.ResolveLinkTarget("/sys/class/nvme/" + controller, returnFinalTarget: true)!.FullName;
        for (int attempt = 0; attempt < 1500; attempt++)
        {
            if (Directory.GetDirectories(folder, controller + "n*") is [var space] && Path.GetFileName(space) is var name && File.Exists("/dev/" + name) && Directory.Exists("/sys/block/" + name))
            {
                return new Disk("/dev/" + name, folder, folder) { Serial = (await File.ReadAllTextAsync(folder + "/serial")).Trim() };
            }

            await Task.Delay(10);
        }

        throw new TimeoutException($"No disk appeared under {folder}.");
    }

    public static void Set(string name, string value) => File.WriteAllText($"{Driver}/{name}", value);

    /// <summary>A station's folder whose bays are A1, A2, ... in order.</summary>
    public string Station(IEnumerable<string> places, params string[] denied)
    {
        string folder = Folder();
        var bays = new JsonArray([.. places.Select((place, at) => (JsonNode)new JsonObject { ["label"] = $"A{at + 1}", ["path"] = place })]);
        string file = Path.Combine(folder, "bays.json");
        File.WriteAllText(file, new JsonObject { ["bays"] = bays, ["deniedSerials"] = new JsonArray([.. denied.Select(one => (JsonNode)one)]) }.ToJsonString());
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return folder;
    }

    public AllowedBays Bays(params string[] places) => AllowedBays.Read(Path.Combine(Station(places), "bays.json"));

    /// <summary>The station's own program, called as from its command line.</summary>
    public static async Task<JsonNode> SayAsync(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        ExitCode code = await new StationProgram(output, TextWriter.Synchronized(errors), TimeProvider.System).RunAsync(arguments);
        JsonNode said = output.ToString().TrimEnd() is { Length: > 0 } text ? JsonNode.Parse(text.Split('\n')[^1])! : new JsonObject();
        (said["exitCode"], said["errors"]) = ((int)code, errors.ToString());
        return said;
    }

    /// <summary>What <c>plan</c> says of a drive that is in bay A1.</summary>
    public Task<JsonNode> PlanAsync(Disk disk, params string[] more) =>
        SayAsync(["plan", "--device", disk.Path, "--data", Station([disk.Place]), "--carrier-only", "--json", .. more]);

    public async Task TellAsync(string situation, Func<Task<JsonNode>> look)
    {
        // For whoever looks at one situation alone.
        if (Environment.GetEnvironmentVariable("WAAS_BED_ONLY") is { Length: > 0 } only && !situation.Contains(only, StringComparison.Ordinal))
        {
            return;
        }

        JsonNode told;
        long from = Stopwatch.GetTimestamp();
        try
        {
            told = await look();
        }
        catch (Exception failed)
        {
            told = new JsonObject { ["bedFailed"] = failed.ToString() };
        }

        told["seconds"] = Math.Round(Stopwatch.GetElapsedTime(from).TotalSeconds, 3);
        Directory.CreateDirectory(Path.Combine(work, "told"));
        await File.WriteAllTextAsync(Path.Combine(work, "told", situation + ".json"), told.ToJsonString(Readable));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started).TotalSeconds,7:0.00} {situation}{(told["bedFailed"] is { } wrong ? ": " + wrong : "")}"));
    }

    public void Tell(string situation, Func<JsonNode> look) => TellAsync(situation, () => Task.FromResult(look())).GetAwaiter().GetResult();

    public void Finish() => File.WriteAllText(Path.Combine(work, "finished"), "");

    private static string[] Hosts() =>
        [.. Directory.GetDirectories(Adapters, "adapter*").SelectMany(adapter => Directory.GetDirectories(adapter, "host*"))];
}

/// <param name="Path">Its name now.</param>
/// <param name="Place">Folder of the adapter it hangs on: the bay.</param>
/// <param name="Device">Folder of the SCSI device.</param>
internal sealed record Disk(string Path, string Place, string Device)
{
    public string Serial { get; init; } = System.IO.Path.Combine(Device, "vpd_pg80") is var page && File.Exists(page) ? System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(page)[4..]).Trim('\0', ' ') : "";

    public string Block => "/sys/block/" + System.IO.Path.GetFileName(Path);

    /// <summary>Makes the old content something other than zeros.</summary>
    public Disk Used()
    {
        Shell.Run("sh", "-c", $"head -c 16777216 /dev/urandom | dd of={Path} bs=1M oflag=direct iflag=fullblock status=none");
        return this;
    }
}
