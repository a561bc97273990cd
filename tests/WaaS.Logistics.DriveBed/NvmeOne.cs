using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WaaS.Logistics.DriveBed.UserDrives;
using WaaS.Logistics.Tests.Erasure.Drives;
using WaaS.Logistics.Tests.Station;

namespace WaaS.Logistics.DriveBed;

/// <summary>One emulated NVMe drive with a used medium, behind the kernel's own driver.</summary>
internal sealed class NvmeOne : IDisposable
{
    private static int _made;
    private readonly EmulatedOrder _order;
    private readonly NvmeDrive _served;
    private readonly string _image;

    public NvmeOne(Bed bed, EmulatedOrder order, Func<EmulatedMedium, EmulatedNvmeDrive>? make = null)
    {
        _order = order;
        _image = Path.Combine(bed.Folder(), "medium");
        File.WriteAllBytes(_image, RandomNumberGenerator.GetBytes((int)EmulatedOrder.Size));
        Medium = new EmulatedMedium(_image);
        Drive = make?.Invoke(Medium) ?? new EmulatedNvmeDrive(Medium) { SizeBytes = EmulatedOrder.Size, Eui64 = $"0025385B71B0{++_made:X4}" };
        _served = new NvmeDrive(Drive, _image);
    }

    public EmulatedMedium Medium { get; }

    public EmulatedNvmeDrive Drive { get; }

    public Task<Disk> AttachAsync() => _served.AttachAsync();

    public void Detach() => _served.Detach();

    public async Task<StationBench> OrderedAsync(Disk disk)
    {
        StationBench station = await Wipes.OrderedAsync(disk.Serial);
        station.Drives = EmulatedOne.Often;
        station.Server.HandOut(_order.Job(disk.Serial));
        return station;
    }

    public async Task<JsonNode> WipeAsync(Disk disk)
    {
        await using StationBench station = await OrderedAsync(disk);
        return await WipeAsync(station, disk);
    }

    public async Task<JsonNode> WipeAsync(StationBench station, Disk disk)
    {
        byte[] before = File.ReadAllBytes(_image);
        JsonNode said = await Wipes.SayAsync(station, disk, ["--bay", "A1", "--serial", disk.Serial]);
        said["untouched"] = before.AsSpan().SequenceEqual(File.ReadAllBytes(_image));
        said["erasesAsked"] = Medium.Erased;
        return EmulatedOne.Judged(said, station);
    }

    public void Dispose() => _served.Dispose();
}
