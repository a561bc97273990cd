using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>How warm a drive says it is, in degrees Celsius. Null is "it tells none", never zero.</summary>
public static class DriveTemperature
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    /// <summary>Asks the system's sensors first, and the drive itself only where they know nothing and <paramref name="ask"/> allows it.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="ask">A drive in the middle of a firmware erase is not to be asked.</param>
    public static double? Of(DriveFacts drive, bool ask)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return OfSensor($"/sys/class/block/{Path.GetFileName(drive.Path)}/device") ?? (ask ? OfDrive(drive) : null);
    }

    /// <summary>From the hwmon folder below a device's folder in sysfs (drivetemp, nvme); millidegrees there.</summary>
    public static double? OfSensor(string deviceFolder)
    {
        try
        {
            return new[] { deviceFolder, Path.Combine(deviceFolder, "hwmon") }.Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateDirectories(folder, "hwmon*"))
                .Select(sensor => int.TryParse(KernelFile.Text(Path.Combine(sensor, "temp1_input")), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int milli) ? Sane(milli / 1000.0) : null)
                .FirstOrDefault(degrees => degrees is not null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Composite temperature of the SMART / Health log (NVM Express Base Specification, log page 02h), kept in Kelvin.</summary>
    public static double? OfNvme(INvmeDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        const byte GetLogPage = 0x02;
        const uint Health = 0x02, AllNamespaces = 0xFFFFFFFF;
        byte[] log = new byte[512];
        uint dwords = (uint)log.Length / 4 - 1;
        return device.Send(new NvmeCommand(GetLogPage, AllNamespaces, dwords << 16 | Health), log, Short) == 0
            && BinaryPrimitives.ReadUInt16LittleEndian(log.AsSpan(1)) is > 0 and var kelvin ? Sane(kelvin - 273) : null;
    }

    /// <summary>Attribute 194, else 190, of SMART READ DATA (B0h, feature D0h); the low byte of the raw value by makers' custom.</summary>
    public static double? OfAta(AtaDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        byte[] data = new byte[512];
        if (device.Send(new AtaCommand(0xB0, 0xD0, 1, 0xC24F00, DataDirection.FromDevice), data, Short) is { Succeeded: false })
        {
            return null;
        }

        byte sum = 0;
        foreach (byte one in data)
        {
            sum += one;
        }

        return sum == 0 && data.AsSpan().ContainsAnyExcept((byte)0) ? Attribute(data, 194) ?? Attribute(data, 190) : null;
    }

    /// <summary>LOG SENSE, temperature page 0Dh (SPC-5), parameter 0.</summary>
    public static double? OfScsi(IScsiDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        const byte LogSense = 0x4D, Temperature = 0x0D, CumulativeValues = 0x40, Unknown = 0xFF;
        byte[] page = new byte[16], command = [LogSense, 0, CumulativeValues | Temperature, 0, 0, 0, 0, 0, (byte)page.Length, 0];
        ScsiReply reply = device.Send(command, page, DataDirection.FromDevice, Short);
        return reply.Status == 0 && (page[0] & 0x3F) == Temperature && page[2] == 0 && page[3] >= 6 && page[4] == 0 && page[5] == 0 && page[9] is > 0 and not Unknown and var degrees
            ? Sane(degrees) : null;
    }

    private static double? OfDrive(DriveFacts drive)
    {
        try
        {
            using SafeFileHandle device = Libc.Open(drive.Path, Libc.ReadOnly | Libc.NonBlocking);
            if (FileFacts.Of(device).Node.ToString() != drive.Device)
            {
                return null;
            }

            var scsi = new SgDevice(device);
            return drive.Interface switch
            {
                DriveInterface.Nvme => OfNvme(new NvmeAdminDevice(device)),
                DriveInterface.Ata => OfAta(new AtaDevice(scsi)),
                DriveInterface.Usb => OfAta(new AtaDevice(scsi)) ?? OfScsi(scsi),
                DriveInterface.Scsi => OfScsi(scsi),
                _ => null,
            };
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static double? Attribute(ReadOnlySpan<byte> data, byte id)
    {
        const int First = 2, Length = 12, Most = 30, Raw = 5;
        for (int at = First; at < First + Most * Length; at += Length)
        {
            if (data[at] == id)
            {
                return Sane(data[at + Raw]);
            }
        }

        return null;
    }

    // What no running drive is, is no temperature: a field nobody filled in, or another unit.
    private static double? Sane(double degrees) => degrees is > -40 and < 150 and not 0 ? degrees : null;
}
