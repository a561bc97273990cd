using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>Absent is not zero: what a drive does not tell is not known.</summary>
public sealed class When_a_drive_tells_how_warm_it_is
{
    [Theory]
    [InlineData(312, 39.0)]
    [InlineData(0, null)]
    [InlineData(9000, null)]
    public void An_nvme_drive_tells_it_in_kelvin(int kelvin, double? degrees) =>
        Assert.Equal(degrees, DriveTemperature.OfNvme(new Nvme(0, log => (log[1], log[2]) = ((byte)kelvin, (byte)(kelvin >> 8)))));

    [Fact]
    public void An_nvme_drive_that_refuses_tells_none() => Assert.Null(DriveTemperature.OfNvme(new Nvme(0x2002, log => log[1] = 39)));

    [Theory]
    [InlineData(194, 41, 41.0)]
    [InlineData(190, 37, 37.0)]
    [InlineData(5, 41, null)]
    [InlineData(194, 0, null)]
    public void An_ata_drive_tells_it_as_an_attribute(byte attribute, byte value, double? degrees) =>
        Assert.Equal(degrees, DriveTemperature.OfAta(new AtaDevice(new Scsi(0, data => Attribute(data, attribute, value)))));

    [Fact]
    public void An_ata_drive_whose_attributes_do_not_add_up_tells_none() =>
        Assert.Null(DriveTemperature.OfAta(new AtaDevice(new Scsi(0, data =>
        {
            Attribute(data, 194, 41);
            data[511]++;
        }))));

    [Theory]
    [InlineData(0, 35, 35.0)]
    [InlineData(0, 255, null)]
    [InlineData(0, 0, null)]
    [InlineData(2, 35, null)]
    public void A_scsi_drive_tells_it_on_its_log_page(byte status, byte value, double? degrees) =>
        Assert.Equal(degrees, DriveTemperature.OfScsi(new Scsi(status, page => (page[0], page[3], page[7], page[9]) = (0x0D, 12, 2, value))));

    [Fact]
    public void The_systems_own_sensor_is_read_first_and_a_missing_one_is_none()
    {
        string folder = Directory.CreateTempSubdirectory("waas-hwmon-").FullName;
        try
        {
            Assert.Null(DriveTemperature.OfSensor(folder));
            Directory.CreateDirectory(Path.Combine(folder, "hwmon", "hwmon3"));
            File.WriteAllText(Path.Combine(folder, "hwmon", "hwmon3", "temp1_input"), "43850\n");
            Assert.Equal(43.85, DriveTemperature.OfSensor(folder));
            File.WriteAllText(Path.Combine(folder, "hwmon", "hwmon3", "temp1_input"), "warm\n");
            Assert.Null(DriveTemperature.OfSensor(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Attribute(Span<byte> data, byte attribute, byte value)
    {
        (data[2 + 12], data[2 + 12 + 5]) = (attribute, value);
        byte sum = 0;
        foreach (byte one in data)
        {
            sum += one;
        }

        data[511] = (byte)(256 - sum);
    }

    private delegate void Fill(Span<byte> data);

    private sealed class Nvme(int status, Fill fill) : INvmeDevice
    {
        public int Send(NvmeCommand command, Span<byte> data, TimeSpan timeout)
        {
            Assert.Equal((0x02, 0xFFFFFFFFu, 0x007F0002u), (command.Opcode, command.Namespace, command.Dword10));
            fill(data);
            return status;
        }
    }

    private sealed class Scsi(byte status, Fill fill) : IScsiDevice
    {
        public ScsiReply Send(ReadOnlySpan<byte> command, Span<byte> data, DataDirection direction, TimeSpan timeout)
        {
            Assert.Equal(DataDirection.FromDevice, direction);
            fill(data);
            return new ScsiReply(status, []);
        }
    }
}
