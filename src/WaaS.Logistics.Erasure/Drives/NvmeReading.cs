using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>Adds to a drive's facts what its NVMe controller says.</summary>
public static class NvmeReading
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    /// <summary>Asks and never changes anything. What does not answer stays unknown.</summary>
    /// <param name="device">The controller.</param>
    /// <param name="space">Namespace id of the drive in question.</param>
    /// <param name="seen">What is known so far.</param>
    public static DriveFacts Read(INvmeDevice device, uint space, DriveFacts seen)
    {
        NvmeController? controller = NvmeController.Parse(Ask(device, new NvmeCommand(0x06, 0, 1), NvmeController.Length));
        NvmeNamespace? medium = NvmeNamespace.Parse(Ask(device, new NvmeCommand(0x06, space, 0), NvmeNamespace.Length));
        if (controller is null)
        {
            return seen;
        }

        return seen with
        {
            Interface = DriveInterface.Nvme,
            Model = DriveText.OrNull(controller.Model) ?? seen.Model,
            Firmware = DriveText.OrNull(controller.Firmware) ?? seen.Firmware,
            Serial = DriveText.OrNull(controller.Serial) ?? seen.Serial,
            SerialSource = controller.Serial.Length > 0 ? DriveSerialSource.Drive : seen.SerialSource,
            Eui64 = medium?.Eui64,
            Nguid = medium?.Nguid,
            NativeBytes = controller.TotalBytes,
            Rotational = false,
            Sanitize = controller.Sanitize,
            FormatErase = controller.FormatSupported,
            WriteCache = seen.WriteCache ?? (controller.WriteCachePresent ? null : false),
            // These are ATA's; a namespace smaller than the drive shows in NativeBytes.
            Hpa = false, Dco = false, Ama = false,
            Healthy = Healthy(device),
        };
    }

    // SMART / Health Information, log page 02h, byte 0: any critical warning is no health.
    private static bool? Healthy(INvmeDevice device)
    {
        byte[] log = Ask(device, new NvmeCommand(0x02, 0xFFFFFFFF, 0x02 | ((512 / 4 - 1) << 16)), 512);
        return log.Length == 0 || BinaryPrimitives.ReadUInt16LittleEndian(log.AsSpan(1)) == 0 ? null : log[0] == 0;
    }

    private static byte[] Ask(INvmeDevice device, NvmeCommand command, int length)
    {
        byte[] data = new byte[length];
        try
        {
            return device.Send(command, data, Short) == 0 ? data : [];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
