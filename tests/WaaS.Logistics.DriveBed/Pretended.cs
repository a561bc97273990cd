using System.Text.Json;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Station;
using WaaS.Logistics.Station.InDevice;
using WaaS.Logistics.Station.Verbs;
using WaaS.Logistics.Tests.Erasure.Drives;

namespace WaaS.Logistics.DriveBed;

/// <summary>The station's program, told by a file which machine it runs on and which boot this is; everything else is as from its command line.</summary>
internal static class Pretended
{
    private sealed record Said(string? Manufacturer, string? Model, string? Serial, Guid BootId);

    public static async Task<int> RunAsync(string file, string[] arguments)
    {
        Said said = JsonSerializer.Deserialize<Said>(await File.ReadAllBytesAsync(file), JsonSerializerOptions.Web)!;
        var machine = new Machine(new HostIdentity { Manufacturer = said.Manufacturer, Model = said.Model, Serial = said.Serial, Uuid = null, AssetTag = null }, said.BootId);
        return (int)await new StationProgram(Console.Out, Console.Error, TimeProvider.System) { Machine = () => machine }.RunAsync(arguments);
    }

    /// <summary>An SSD with this image as its medium, which knows SANITIZE; its serial is the file's name.</summary>
    public static async Task<int> AtTheBenchAsync(string image, string[] arguments)
    {
        long size = new FileInfo(image).Length;
        ulong sectors = (ulong)size / 512;
        var drive = new EmulatedAtaDrive(new EmulatedMedium(image)) { Serial = Path.GetFileNameWithoutExtension(image), VisibleSectors = sectors, NativeSectors = sectors, AccessibleSectors = sectors, FactorySectors = sectors };
        var seen = new DriveFacts { Path = "/dev/sdx", Device = "8:240", Interface = DriveInterface.Ata, SizeBytes = size, LogicalSectorBytes = 512 };
        DriveFacts facts = ScsiReading.Read(drive, seen) with { Rotational = false };
        var drives = new DriveSource(_ => DriveControl.Of(drive, facts), TimeSpan.FromMilliseconds(1));
        return (int)await new StationProgram(Console.Out, Console.Error, TimeProvider.System) { Drives = drives }.RunAsync(arguments);
    }
}
