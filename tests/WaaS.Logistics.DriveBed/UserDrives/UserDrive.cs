using WaaS.Logistics.Tests.Erasure.Drives;

namespace WaaS.Logistics.DriveBed.UserDrives;

/// <summary>
/// A drive of our own behind the kernel's SCSI stack: target_core_user brings its commands to this program, tcm_loop shows it as a disk on an adapter of its own.
/// </summary>
internal sealed class UserDrive
{
    private const string Target = "/sys/kernel/config/target";
    private static int _drives;
    private readonly string _core, _fabric;
    private readonly int _number;

    /// <param name="drive">Who it is.</param>
    /// <param name="image">Its medium, hidden sectors included.</param>
    public UserDrive(IEmulatedDisk drive, string image)
    {
        _number = _drives++;
        (_core, _fabric) = ($"{Target}/core/user_{_number}/d{_number}", $"{Target}/loopback/naa.50014050000{_number:x5}/tpgt_1");
        (Drive, Image) = (drive, image);
        Directory.CreateDirectory(_core);
        File.WriteAllText($"{_core}/control", $"dev_size={new FileInfo(image).Length},dev_config=waas/d{_number},cmd_time_out=0");
        File.WriteAllText($"{_core}/enable", "1");
        string uio = Directory.GetDirectories("/sys/class/uio").Single(one => File.ReadAllText(one + "/name").Contains($"/d{_number}/", StringComparison.Ordinal));
        _ = new Ring(Path.GetFileName(uio), new UserDevice(drive, image));
        Directory.CreateDirectory($"{_fabric}/lun/lun_0");
        File.WriteAllText($"{_fabric}/nexus", $"naa.60014050000{_number:x5}");
    }

    public IEmulatedDisk Drive { get; }

    public string Image { get; }

    private string Link => $"{_fabric}/lun/lun_0/d{_number}";

    /// <summary>Plugs it in.</summary>
    public Task<Disk> AttachAsync()
    {
        File.CreateSymbolicLink(Link, _core);
        return Bed.AppearedAsync(Directory.GetDirectories($"/sys/devices/tcm_loop_0/tcm_loop_adapter_{_number}", "host*").Single());
    }

    /// <summary>Pulls it out.</summary>
    public void Detach() => File.Delete(Link);
}
