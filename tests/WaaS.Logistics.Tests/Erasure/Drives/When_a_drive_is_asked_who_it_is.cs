using CsCheck;
using WaaS.Logistics.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Erasure.Drives;

public sealed class When_a_drive_is_asked_who_it_is
{
    private static readonly DriveFacts Nothing = new()
    {
        Path = "/dev/sdz", Device = "65:144", Interface = DriveInterface.Scsi, SizeBytes = 2048 * 512, LogicalSectorBytes = 512,
    };

    [Fact]
    public void An_ATA_drive_tells_its_name_its_state_and_what_it_can()
    {
        DriveFacts facts = ScsiReading.Read(new EmulatedAtaDrive(), Nothing);

        Assert.Equal(DriveInterface.Ata, facts.Interface);
        Assert.Equal(("WDC WD10SPZX-24Z10T0", "WD-WX31A12345", "01.01A02"), (facts.Model, facts.Serial, facts.Firmware));
        Assert.Equal(DriveSerialSource.Drive, facts.SerialSource);
        Assert.Equal("50014ee60123abcd", facts.Wwn);
        Assert.Equal(4096, facts.PhysicalSectorBytes);
        Assert.True(facts.Rotational);
        Assert.True(facts.WriteCache);
        Assert.True(facts.Healthy);
        Assert.Equal(SanitizeMethods.Block | SanitizeMethods.Crypto | SanitizeMethods.Overwrite, facts.Sanitize);
        Assert.Equal((true, false, false, false, true), (facts.Security!.Value.Supported, facts.Security.Value.Enabled, facts.Security.Value.Locked, facts.Security.Value.Frozen, facts.Security.Value.EnhancedErase));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(8u)]
    [InlineData(null)]
    public void Remapped_sectors_are_told_or_unknown_and_never_zero_by_silence(uint? remapped)
    {
        Assert.Equal(remapped, (uint?)ScsiReading.Read(new EmulatedAtaDrive { Reallocated = remapped }, Nothing).RemappedSectors);
        Assert.Equal(remapped, (uint?)ScsiReading.Read(new EmulatedScsiDrive { GrownDefects = (int?)remapped }, Nothing).RemappedSectors);
    }

    [Fact]
    public void Hidden_areas_are_there_not_there_or_unknown_and_never_guessed()
    {
        DriveFacts plain = ScsiReading.Read(new EmulatedAtaDrive(), Nothing);
        DriveFacts hiding = ScsiReading.Read(new EmulatedAtaDrive { VisibleSectors = 1000, AccessibleSectors = 1000 }, Nothing);
        // Set aside, the overlay's identity is aborted by this drive: it is unknown, though the drive knows overlays.
        Assert.Equal((false, null, false), (plain.Hpa, plain.Dco, plain.Ama));
        Assert.Equal((true, null, false), (hiding.Hpa, hiding.Dco, hiding.Ama));
        Assert.Equal(2048 * 512, hiding.NativeBytes);
    }

    [Theory]
    [InlineData(0x00F0, false)]
    [InlineData(0x03F0, false)]
    [InlineData(0x07F0, null)]
    [InlineData(0x0000, null)]
    [InlineData(0xFFFF, null)]
    public void A_drive_older_than_the_accessible_max_address_has_none(ushort standards, bool? supported)
    {
        byte[] raw = new EmulatedAtaDrive().Identity();
        BitConverter.TryWriteBytes(raw.AsSpan(2 * 80), standards);
        BitConverter.TryWriteBytes(raw.AsSpan(2 * 119), (ushort)0);
        // Without its signature there is no checksum to keep.
        raw[510] = 0;
        Assert.Equal(supported, AtaIdentity.Parse(raw)!.AmaSupported);
    }

    [Fact]
    public void A_frozen_and_a_locked_drive_say_so()
    {
        Assert.True(ScsiReading.Read(new EmulatedAtaDrive { Security = 0x29 }, Nothing).Security!.Value.Frozen);
        Assert.True(ScsiReading.Read(new EmulatedAtaDrive { Security = 0x27 }, Nothing).Security!.Value.Locked);
    }

    [Fact]
    public void A_SAS_drive_tells_its_name_from_the_pages()
    {
        DriveFacts facts = ScsiReading.Read(new EmulatedScsiDrive(), Nothing);

        Assert.Equal(("SEAGATE", "ST1200MM0099", "ST31", "WFK0A1B2"), (facts.Vendor, facts.Model, facts.Firmware, facts.Serial));
        Assert.Equal("5000c500a1b2c3d4", facts.Wwn);
        Assert.True(facts.Rotational);
        Assert.Equal(SanitizeMethods.Block | SanitizeMethods.Overwrite, facts.Sanitize);
        Assert.Null(facts.Security);
        Assert.Null(facts.Hpa);
        Assert.Null(facts.Healthy);
        Assert.Null(ScsiReading.Read(new EmulatedScsiDrive { AnswersOperationCodes = false }, Nothing).Sanitize);
    }

    [Fact]
    public void A_serial_told_by_a_bridge_is_the_bridges() => Assert.Equal(
        DriveSerialSource.Bridge,
        ScsiReading.Read(new EmulatedScsiDrive(), Nothing with { Interface = DriveInterface.Usb }).SerialSource);

    [Fact]
    public void An_NVMe_drive_tells_its_name_its_size_and_what_it_can()
    {
        DriveFacts facts = NvmeReading.Read(new EmulatedNvmeDrive(), 1, Nothing with { Interface = DriveInterface.Nvme });

        Assert.Equal(("Samsung SSD 970 EVO Plus 500GB", "S4EVNX0M123456", "2B2QEXM7"), (facts.Model, facts.Serial, facts.Firmware));
        Assert.Equal("0025385b71b0a1c2", facts.Eui64);
        Assert.Null(facts.Nguid);
        Assert.Equal(500_107_862_016, facts.NativeBytes);
        Assert.Equal(SanitizeMethods.Block | SanitizeMethods.Crypto | SanitizeMethods.Overwrite, facts.Sanitize);
        Assert.True(facts.FormatErase);
        Assert.True(facts.Healthy);
        Assert.False(NvmeReading.Read(new EmulatedNvmeDrive { CriticalWarning = 4 }, 1, Nothing).Healthy);
        byte[] raw = new byte[NvmeNamespace.Length];
        EmulatedNvmeDrive.Space(raw);
        Assert.Equal((500_107_862_016, 512, 1), (NvmeNamespace.Parse(raw)!.SizeBytes, NvmeNamespace.Parse(raw)!.SectorBytes, NvmeNamespace.Parse(raw)!.FormatIndex));
    }

    [Fact]
    public void A_drive_that_answers_nothing_leaves_what_the_system_saw()
    {
        Assert.Equal(Nothing, ScsiReading.Read(new EmulatedAtaDrive { SilentAfter = 0 }, Nothing));
        Assert.Null(AtaIdentity.Parse(new byte[512]));
        byte[] damaged = new EmulatedAtaDrive().Identity();
        damaged[20] ^= 1;
        Assert.Null(AtaIdentity.Parse(damaged));
    }

    [Fact]
    public void Any_bytes_are_read_without_falling_over() => Gen.Byte.Array[0, 5000].Sample(
        bytes =>
        {
            ScsiSense.Parse(bytes);
            AtaRegisters.Parse(bytes);
            AtaIdentity.Parse(bytes);
            NvmeController.Parse(bytes);
            NvmeNamespace.Parse(bytes);
            ScsiIdentity.Parse(bytes, bytes, bytes, bytes);
        },
        iter: 2000);

    [Fact]
    public void The_registers_of_a_command_come_through_the_translation() => Gen.Select(Gen.Byte, Gen.UShort, Gen.UShort, Gen.ULong).Sample(
        (opcode, features, count, lba) =>
        {
            var command = new AtaCommand(opcode, features, count, lba & 0xFFFFFFFFFFFF, DataDirection.None);
            Assert.Equal(command, AtaCommand.FromPassThrough(command.PassThrough()));
        },
        iter: 1000);

    [Fact]
    public void The_drives_of_this_machine_are_listed_with_their_numbers_and_the_system_disk_is_marked()
    {
        IReadOnlyList<DriveFacts> drives = DriveCatalogue.All();
        Assert.DoesNotContain(drives, drive => drive.Path.StartsWith("/dev/loop", StringComparison.Ordinal));
        Assert.All(drives, drive => Assert.Equal(File.ReadAllText($"/sys/dev/block/{drive.Device}/dev").Trim(), drive.Device));
        string root = File.ReadLines("/proc/self/mountinfo").Select(line => line.Split(' ')).First(fields => fields[4] == "/")[2];
        DriveFacts? system = drives.FirstOrDefault(drive => drive.Device == root);
        Assert.SkipWhen(system is null, "This machine runs from something that is no whole drive.");
        Assert.True(system.RunsTheSystem);
    }
}
