using System.Text;
using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure;

/// <summary>A folder laid out as the kernel lays out its block devices; the same over a real SCSI stack is asked in When_a_drive_must_not_be_wiped.</summary>
public sealed class When_two_devices_say_one_serial : IDisposable
{
    private readonly Workbench _bench = new();

    [Fact]
    public void A_second_path_a_second_namespace_and_a_second_half_are_found()
    {
        Scsi("sda", "ZA1234");
        Scsi("sdb", "  ZA1234 ");
        Scsi("sdc", "za1234");
        Scsi("sdd", "ZA12345");
        Named("nvme0n2", "device/serial", "ZA1234");
        Named("vda", "serial", "ZA1234");
        Assert.Equal(["/dev/nvme0n2", "/dev/sdb", "/dev/sdc", "/dev/vda"], To("sda", "ZA1234"));
    }

    [Fact]
    public void What_is_no_drive_of_its_own_is_not()
    {
        Named("mmcblk0", "device/serial", "0xabcd");
        Named("mmcblk0boot0", "device/serial", "0xabcd");
        Named("mmcblk0boot1", "device/serial", "0xabcd");
        Named("nvme0c0n1", "device/serial", "0xabcd");
        File.WriteAllText(Path.Combine(Blocks, "nvme0c0n1", "hidden"), "1\n");
        Directory.CreateDirectory(Path.Combine(Blocks, "loop0"));
        Named("sde", "device/serial", "");
        Assert.Empty(To("mmcblk0", "0xabcd"));
    }

    [Fact]
    public void A_page_that_is_none_says_no_serial()
    {
        Scsi("sda", "ZA1234");
        Scsi("sdb", "ZA1234");
        File.WriteAllBytes(Path.Combine(Blocks, "sdb", "device/vpd_pg80"), [0, 0x80, 0]);
        Scsi("sdc", "ZA1234");
        File.WriteAllBytes(Path.Combine(Blocks, "sdc", "device/vpd_pg80"), [0, 0x83, 0, 6, .. "ZA1234"u8]);
        Assert.Empty(To("sda", "ZA1234"));
    }

    public void Dispose() => _bench.Dispose();

    private string Blocks => _bench.Path_("block");

    private string[] To(string own, string serial) => [.. OtherPaths.To(Path.Combine(Blocks, own), serial, Blocks)];

    private void Scsi(string name, string serial)
    {
        Named(name, "device/model", "M");
        File.WriteAllBytes(Path.Combine(Blocks, name, "device/vpd_pg80"), [0, 0x80, 0, (byte)serial.Length, .. Encoding.ASCII.GetBytes(serial)]);
    }

    private void Named(string name, string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(Blocks, name, "device"));
        File.WriteAllText(Path.Combine(Blocks, name, "dev"), "8:0\n");
        File.WriteAllText(Path.Combine(Blocks, name, file), text + "\n");
    }
}
