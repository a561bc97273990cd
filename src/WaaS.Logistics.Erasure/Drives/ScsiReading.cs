namespace WaaS.Logistics.Erasure;

/// <summary>Adds to a drive's facts what it says itself through SCSI, or through ATA behind it.</summary>
public static class ScsiReading
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    /// <summary>Asks and never changes anything. What does not answer stays unknown.</summary>
    public static DriveFacts Read(IScsiDevice device, DriveFacts seen)
    {
        DriveFacts facts = Inquire(device, seen);
        try
        {
            var ata = new AtaDevice(device);
            return ata.Identify() is { } identity ? WithAta(facts, ata, identity) : facts with { Sanitize = ReadSanitize(device), RemappedSectors = Asked(() => GrownDefects(device)) };
        }
        catch (IOException)
        {
            return facts;
        }
    }

    private static DriveFacts Inquire(IScsiDevice device, DriveFacts seen)
    {
        try
        {
            return ScsiIdentity.Parse(Page(device, null, 96), Page(device, 0x80, 255), Page(device, 0x83, 1024), Page(device, 0xB1, 64)) is not { } said
                ? seen
                : seen with
                {
                    Vendor = DriveText.OrNull(said.Vendor) ?? seen.Vendor,
                    Model = DriveText.OrNull(said.Model) ?? seen.Model,
                    Firmware = DriveText.OrNull(said.Firmware) ?? seen.Firmware,
                    Serial = said.Serial ?? seen.Serial,
                    SerialSource = said.Serial is null ? seen.SerialSource
                        : seen.Interface == DriveInterface.Usb ? DriveSerialSource.Bridge : DriveSerialSource.Drive,
                    Wwn = said.Wwn ?? seen.Wwn,
                    Rotational = said.Rotational ?? seen.Rotational,
                };
        }
        catch (IOException)
        {
            return seen;
        }
    }

    private static DriveFacts WithAta(DriveFacts facts, AtaDevice ata, AtaIdentity identity)
    {
        long? native = Asked(ata.NativeSectors), factory = Asked(ata.FactorySectors), accessible = Asked(ata.AccessibleNativeSectors);
        long? most = new[] { native, factory, accessible }.Max();
        return facts with
        {
            Interface = facts.Interface == DriveInterface.Usb ? DriveInterface.Usb : DriveInterface.Ata,
            Vendor = null,
            Model = identity.Model,
            Firmware = identity.Firmware,
            Serial = DriveText.OrNull(identity.Serial) ?? facts.Serial,
            SerialSource = identity.Serial.Length > 0 ? DriveSerialSource.Drive : facts.SerialSource,
            Wwn = identity.Wwn ?? facts.Wwn,
            NativeBytes = most * identity.LogicalSectorBytes,
            PhysicalSectorBytes = identity.PhysicalSectorBytes,
            Rotational = identity.Rotational ?? facts.Rotational,
            WriteCache = identity.WriteCache ?? facts.WriteCache,
            Security = identity.Security,
            Sanitize = identity.Sanitize,
            Healthy = Asked(ata.IsHealthy),
            RemappedSectors = Asked(ata.ReallocatedSectors),
            Hpa = Hides(identity.HpaSupported, native, identity.Sectors),
            Dco = Hides(identity.DcoSupported, factory, native ?? identity.Sectors),
            Ama = Hides(identity.AmaSupported, accessible, identity.Sectors),
        };
    }

    /// <summary>"Not ready, sanitize in progress"; false when it says anything else, or nothing.</summary>
    internal static bool IsSanitizing(IScsiDevice device)
    {
        byte[] sense = new byte[252];
        return Asked(() => device.Send([0x03, 0, 0, 0, (byte)sense.Length, 0], sense, DataDirection.FromDevice, Short)) is { Status: 0 }
            && ScsiSense.Parse(sense) is { Key: 2, Code: 0x04, Qualifier: 0x1B };
    }

    /// <summary>A feature the drive does not have hides nothing; one that does not answer is unknown.</summary>
    private static bool? Hides(bool? supported, long? all, long shown) => supported switch
    {
        false => false,
        _ => all is { } sectors ? sectors > shown : null,
    };

    // REPORT SUPPORTED OPERATION CODES for SANITIZE and its service actions (SPC-5, section 6.34).
    internal static SanitizeMethods? ReadSanitize(IScsiDevice device)
    {
        SanitizeMethods methods = SanitizeMethods.None;
        foreach ((byte action, SanitizeMethods method) in new[]
            { ((byte)1, SanitizeMethods.Overwrite), ((byte)2, SanitizeMethods.Block), ((byte)3, SanitizeMethods.Crypto) })
        {
            byte[] answer = new byte[64];
            byte[] command = [0xA3, 0x0C, 3, 0x48, 0, action, 0, 0, 0, 64, 0, 0];
            if (device.Send(command, answer, DataDirection.FromDevice, Short).Status != 0 || (answer[1] & 7) is 0)
            {
                return null;
            }

            methods |= (answer[1] & 7) is 3 or 5 ? method : SanitizeMethods.None;
        }

        return methods;
    }

    // READ DEFECT DATA (12), grown list (SBC-4, section 5.19); only the header is read.
    private static long? GrownDefects(IScsiDevice device)
    {
        byte[] header = new byte[8];
        byte[] command = [0xB7, 0x08 | 0x05, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0];
        if (device.Send(command, header, DataDirection.FromDevice, Short).Status != 0 || (header[1] & 0x08) == 0)
        {
            return null;
        }

        int entry = (header[1] & 7) == 0 ? 4 : 8;
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)) / entry;
    }

    private static byte[] Page(IScsiDevice device, byte? page, ushort length)
    {
        byte[] data = new byte[length];
        byte[] command = [0x12, (byte)(page is null ? 0 : 1), page ?? 0, (byte)(length >> 8), (byte)length, 0];
        return device.Send(command, data, DataDirection.FromDevice, Short).Status == 0 ? data : [];
    }

    private static T? Asked<T>(Func<T?> question)
    {
        try
        {
            return question();
        }
        catch (IOException)
        {
            return default;
        }
    }
}
